package org.traverse.skillprofile;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.RuleViolated;
import org.traverse.employee.EmployeeId;
import org.traverse.skill.Proficiency;
import org.traverse.skill.SkillId;
import org.traverse.skillprofile.Evidence.Voucher;
import org.traverse.skillprofile.SkillProfileCommand.Claim;
import org.traverse.skillprofile.SkillProfileCommand.RecordEvidence;
import org.traverse.skillprofile.SkillProfileEvent.SkillEvidenced;

class SkillProfileTest {
    static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");

    final EmployeeId ewa = EmployeeId.random();
    final SkillProfileId id = SkillProfileId.of(ewa);
    final SkillId kafka = SkillId.random();
    final SkillId sql = SkillId.random();
    final UUID marc = UUID.randomUUID();
    final UUID migration = UUID.randomUUID();
    final AggregateTestFixture<SkillProfile> profile = new AggregateTestFixture<>(SkillProfile.class);

    @Nested
    class Recording {
        @Test
        void startsAProfile() {
            var self = own(kafka, 2, MONDAY);
            profile.givenNoPriorActivity().when(record(self)).expectEvents(evidenced(self, 2));
        }

        @Test
        void changesNothingTheSecondTime() {
            var self = own(kafka, 2, MONDAY);
            var gig = by(Voucher.GIG, migration, kafka, 4);
            nothing(record(self, gig), evidenced(self, 2), evidenced(gig, 4));
        }

        @Test
        void countsTheNewestOwnClaimAlsoWhenItIsLower() {
            var lower = own(kafka, 2, TUESDAY);
            profile.given(evidenced(own(kafka, 4, MONDAY), 4))
                    .when(record(lower))
                    .expectEvents(evidenced(lower, 2));
        }

        @Test
        void mayChangeAnOwnClaimOnTheSameDay() {
            var lower = own(kafka, 2, MONDAY);
            profile.given(evidenced(own(kafka, 4, MONDAY), 4))
                    .when(record(lower))
                    .expectEvents(evidenced(lower, 2));
        }

        @Test
        void ignoresAnOwnClaimOfAnEarlierDay() {
            nothing(
                    record(own(kafka, 4, MONDAY)),
                    evidenced(own(kafka, 4, MONDAY), 4),
                    evidenced(own(kafka, 2, TUESDAY), 2));
        }

        @Test
        void countsTheHighestThatOthersVouchFor() {
            var manager = by(Voucher.MANAGER, marc, kafka, 3);
            var gig = by(Voucher.GIG, migration, kafka, 4);
            profile.given(evidenced(gig, 4)).when(record(manager)).expectEvents(evidenced(manager, 4));
            profile.given(evidenced(manager, 3)).when(record(gig)).expectEvents(evidenced(gig, 4));
        }

        @Test
        void holdsTheHigherOfOwnAndOthers() {
            var self = own(kafka, 2, TUESDAY);
            var higher = own(kafka, 5, TUESDAY);
            var gig = by(Voucher.GIG, migration, kafka, 4);
            profile.given(evidenced(gig, 4)).when(record(self)).expectEvents(evidenced(self, 4));
            profile.given(evidenced(higher, 5)).when(record(gig)).expectEvents(evidenced(gig, 5));
        }

        @Test
        void keepsApartWhoVouchesForWhat() {
            var known = by(Voucher.MANAGER, marc, kafka, 3);
            var otherVoucher = by(Voucher.PEER, marc, kafka, 3);
            var otherReference = by(Voucher.MANAGER, migration, kafka, 3);
            var otherSkill = by(Voucher.MANAGER, marc, sql, 3);
            profile.given(evidenced(known, 3))
                    .when(record(otherVoucher, otherReference, known, otherSkill))
                    .expectEvents(evidenced(otherVoucher, 3), evidenced(otherReference, 3), evidenced(otherSkill, 3));
        }

        @Test
        void meetsWhatTheSameCommandSaidBefore() {
            var gig = by(Voucher.GIG, migration, kafka, 4);
            var self = own(kafka, 2, MONDAY);
            profile.givenNoPriorActivity()
                    .when(record(gig, self, gig, self))
                    .expectEvents(evidenced(gig, 4), evidenced(self, 4));
        }

        @Test
        void isRefusedBeyondFiveHundredSkills() {
            var full = Stream.generate(SkillId::random)
                    .limit(500)
                    .map(skill -> own(skill, 1, MONDAY))
                    .toList();
            var events = full.stream().map(claim -> evidenced(claim, 1)).toList();
            profile.given(events)
                    .when(record(own(kafka, 1, MONDAY)))
                    .expectException(RuleViolated.class)
                    .expectExceptionMessage("a profile holds 500 skills at most");

            var better = own(full.get(0).skill(), 2, MONDAY);
            profile.given(events).when(record(better)).expectEvents(evidenced(better, 2));
        }

        @Test
        void takesTwoHundredClaimsAtOnce() {
            var claim = own(kafka, 1, MONDAY);
            new RecordEvidence(ewa, Collections.nCopies(200, claim));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RecordEvidence(ewa, Collections.nCopies(201, claim)))
                    .withMessage("claims has more than 200 entries");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RecordEvidence(ewa, List.of()))
                    .withMessage("claims is missing");
        }
    }

    private Claim own(SkillId skill, int level, LocalDate on) {
        return new Claim(skill, Proficiency.of(level), new Evidence(Voucher.SELF, ewa.value(), on));
    }

    private static Claim by(Voucher voucher, UUID reference, SkillId skill, int level) {
        return new Claim(skill, Proficiency.of(level), new Evidence(voucher, reference, MONDAY));
    }

    private RecordEvidence record(Claim... claims) {
        return new RecordEvidence(ewa, List.of(claims));
    }

    private SkillEvidenced evidenced(Claim claim, int held) {
        return new SkillEvidenced(id, ewa, claim.skill(), claim.level(), claim.evidence(), Proficiency.of(held));
    }

    private void nothing(RecordEvidence again, SkillEvidenced... given) {
        profile.given((Object[]) given)
                .when(again)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}

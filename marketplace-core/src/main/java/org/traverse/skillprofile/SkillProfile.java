package org.traverse.skillprofile;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.traverse.RuleViolated;
import org.traverse.skill.Proficiency;
import org.traverse.skill.SkillId;
import org.traverse.skillprofile.Evidence.Voucher;
import org.traverse.skillprofile.SkillProfileCommand.Claim;
import org.traverse.skillprofile.SkillProfileCommand.RecordEvidence;
import org.traverse.skillprofile.SkillProfileEvent.SkillEvidenced;

/** What somebody can do, and who or what says so. */
@Aggregate
class SkillProfile {
    private static final int MOST_SKILLS = 500;

    private record Vouched(Voucher voucher, UUID reference) {}

    /** What is known of one skill: the newest claim of the person's own, and the highest that others vouch for. */
    private record Known(Optional<Claim> own, Optional<Proficiency> highest, Set<Vouched> others) {
        static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), Set.of());

        /** An own claim that speaks of an earlier day than the last one was repeated, not made anew. */
        boolean covers(Claim claim) {
            var evidence = claim.evidence();
            return evidence.voucher() != Voucher.SELF
                    ? others.contains(new Vouched(evidence.voucher(), evidence.reference()))
                    : own.filter(last -> last.level().equals(claim.level())
                                    || last.evidence().on().isAfter(evidence.on()))
                            .isPresent();
        }

        Known with(Claim claim) {
            var evidence = claim.evidence();
            if (evidence.voucher() == Voucher.SELF) {
                return new Known(Optional.of(claim), highest, others);
            }
            var all = new HashSet<>(others);
            all.add(new Vouched(evidence.voucher(), evidence.reference()));
            return new Known(own, highest(highest.stream(), Stream.of(claim.level())), all);
        }

        Proficiency held() {
            return highest(own.stream().map(Claim::level), highest.stream()).orElseThrow();
        }

        private static Optional<Proficiency> highest(Stream<Proficiency> some, Stream<Proficiency> more) {
            return Stream.concat(some, more).max(Comparator.naturalOrder());
        }
    }

    @AggregateIdentifier
    private SkillProfileId id;

    private final Map<SkillId, Known> skills = new HashMap<>();

    SkillProfile() {} // Axon replays events onto an empty instance

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordEvidence c) {
        for (Claim claim : c.claims()) {
            var known = skills.getOrDefault(claim.skill(), Known.NOTHING);
            if (known.covers(claim)) {
                continue;
            }
            if (known == Known.NOTHING && skills.size() == MOST_SKILLS) {
                throw new RuleViolated("a profile holds " + MOST_SKILLS + " skills at most");
            }
            var held = known.with(claim).held();
            apply(new SkillEvidenced(c.id(), c.employee(), claim.skill(), claim.level(), claim.evidence(), held));
        }
    }

    @EventSourcingHandler
    void on(SkillEvidenced event) {
        id = event.id();
        if (event.wasErased()) {
            return;
        }
        var claim = new Claim(event.skill(), event.claimed(), event.evidence());
        skills.merge(event.skill(), Known.NOTHING.with(claim), (known, alone) -> known.with(claim));
    }
}

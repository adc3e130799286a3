package org.traverse.skillprofile;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    /** What is known of one skill: the newest claim of the person's own, and the highest of all others. */
    private static class Known {
        private Claim ownClaim;
        private Proficiency highestOfOthers;
        private final Set<Vouched> others = new HashSet<>();

        boolean changesNothing(Claim claim) {
            var evidence = claim.evidence();
            if (evidence.voucher() != Voucher.SELF) {
                return others.contains(new Vouched(evidence.voucher(), evidence.reference()));
            }
            // One that speaks of an earlier day was repeated, not made anew.
            return ownClaim != null
                    && (claim.level().equals(ownClaim.level())
                            || evidence.on().isBefore(ownClaim.evidence().on()));
        }

        Proficiency heldWith(Claim claim) {
            var held = higher(claim.level(), highestOfOthers);
            boolean replacesOwn = claim.evidence().voucher() == Voucher.SELF;
            return replacesOwn || ownClaim == null ? held : higher(held, ownClaim.level());
        }

        void add(Claim claim) {
            var evidence = claim.evidence();
            if (evidence.voucher() == Voucher.SELF) {
                ownClaim = claim;
                return;
            }
            others.add(new Vouched(evidence.voucher(), evidence.reference()));
            highestOfOthers = higher(claim.level(), highestOfOthers);
        }

        private static Proficiency higher(Proficiency level, Proficiency orNull) {
            return orNull == null || level.compareTo(orNull) > 0 ? level : orNull;
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
            var known = skills.getOrDefault(claim.skill(), new Known());
            if (known.changesNothing(claim)) {
                continue;
            }
            if (!skills.containsKey(claim.skill()) && skills.size() == MOST_SKILLS) {
                throw new RuleViolated("a profile holds " + MOST_SKILLS + " skills at most");
            }
            apply(new SkillEvidenced(
                    c.id(), c.employee(), claim.skill(), claim.level(), claim.evidence(), known.heldWith(claim)));
        }
    }

    @EventSourcingHandler
    void on(SkillEvidenced event) {
        id = event.id();
        skills.computeIfAbsent(event.skill(), skill -> new Known())
                .add(new Claim(event.skill(), event.claimed(), event.evidence()));
    }
}

package org.traverse.api.marketplace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.traverse.api.marketplace.LearningOffer.Listed;
import org.traverse.api.marketplace.LearningOffer.OpenGig;
import org.traverse.api.security.Caller;
import org.traverse.matching.learningplan.Aim;
import org.traverse.matching.learningplan.Cheapest;
import org.traverse.matching.learningplan.LearningPlan;
import org.traverse.matching.learningplan.LearningPlans;
import org.traverse.matching.learningplan.StudyTime;
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.learningcatalogue.LearningCatalogue;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.rolecatalogue.RoleCatalogue;
import org.traverse.skill.Requirement;

/** Which courses and gigs, and in which weeks, close most of what separates somebody from a role or from open work. */
@Component
public class LearningPlanning {
    /** A level of a must counts as much as ten levels of what is only desirable. */
    private static final int MUST = 10;

    private static final int DESIRABLE = 1;

    /** What is aimed at; {@code begins} is empty for a role. */
    public record Target(UUID id, String title, Optional<LocalDate> begins, List<Requirement> requirements) {}

    /**
     * @param gaps what is missing today
     * @param offers what the plan is made of, and others
     * @param otherCurrency how many items would help, but cost money in a currency that is not the plan's
     */
    public record Planned(
            Target target,
            List<Gaps.SkillGap> gaps,
            LearningPlan plan,
            Map<UUID, LearningOffer> offers,
            int otherCurrency) {
        public int reached(Gaps.SkillGap gap) {
            return plan.reached().get(gap.skill());
        }

        /** Is there a gig that would teach more than the plan does, but for which there were too few hours? */
        public boolean leavesGigsOut() {
            return offers.values().stream()
                    .filter(OpenGig.class::isInstance)
                    .anyMatch(gig -> gaps.stream()
                            .anyMatch(gap -> gig.item().gives().getOrDefault(gap.skill(), 0) > reached(gap)));
        }

        /** Is every must met when all is done? */
        public boolean isEligible() {
            return !target.requirements().isEmpty()
                    && gaps.stream()
                            .filter(Gaps.SkillGap::must)
                            .allMatch(gap -> reached(gap) >= (gap.need() == null ? 1 : gap.need()));
        }
    }

    private final Gaps gaps;
    private final RoleCatalogue roles;
    private final GigBoard gigs;
    private final MatchFacts facts;
    private final LearningCatalogue learning;
    private final PracticeGigs practice;
    private final Currency currency;
    private final Clock clock;

    LearningPlanning(
            Gaps gaps,
            RoleCatalogue roles,
            GigBoard gigs,
            MatchFacts facts,
            LearningCatalogue learning,
            PracticeGigs practice,
            @Value("${traverse.currency}") Currency currency,
            Clock clock) {
        this.gaps = gaps;
        this.roles = roles;
        this.gigs = gigs;
        this.facts = facts;
        this.learning = learning;
        this.practice = practice;
        this.currency = currency;
        this.clock = clock;
    }

    public Optional<Target> role(UUID id) {
        return roles.find(id).map(role -> new Target(id, role.title(), Optional.empty(), role.requirements()));
    }

    /** Of open work only the musts: they are what stands between somebody and it. */
    public Optional<Target> opportunity(UUID id) {
        return gigs.find(id)
                .filter(gig -> gig.isOpen(LocalDate.now(clock)))
                .flatMap(gig -> facts.gig(id)
                        .map(work -> new Target(
                                id,
                                gig.title(),
                                Optional.of(work.from()),
                                work.requirements().stream()
                                        .filter(Requirement::must)
                                        .toList())));
    }

    /** Of plans that are not asked for in another one. */
    public Currency currency() {
        return currency;
    }

    /** @param currency ISO 4217; what costs money in another one is left aside */
    public Planned plan(Caller caller, Target target, StudyTime time, String currency, Cheapest cheapest) {
        var missing = gaps.of(caller.self(), target.requirements()).stream()
                .filter(gap -> !gap.met())
                .toList();
        var skills = missing.stream().map(Gaps.SkillGap::skill).toList();
        Map<Boolean, List<LearningOffer>> listed = learning.giving(skills).stream()
                .filter(entry -> missing.stream().anyMatch(gap -> raises(entry, gap)))
                .collect(Collectors.partitioningBy(
                        entry -> entry.minorUnits() == 0 || entry.currency().equals(currency),
                        Collectors.mapping(entry -> new Listed(Facts.item(entry), entry), Collectors.toList())));
        var practised = practice.teaching(caller, skills, time);
        var offers = Stream.concat(listed.get(true).stream(), practised.gigs().stream())
                .filter(offer -> !offer.id().equals(target.id()))
                .toList();
        var plan = LearningPlans.plan(
                missing.stream().map(LearningPlanning::aim).toList(),
                offers.stream().map(LearningOffer::item).toList(),
                practised.time(),
                cheapest);
        return new Planned(
                target,
                missing,
                plan,
                offers.stream().collect(Collectors.toMap(LearningOffer::id, Function.identity())),
                listed.get(false).size());
    }

    private static boolean raises(LearningCatalogue.Item entry, Gaps.SkillGap gap) {
        return entry.gives().stream()
                .anyMatch(gain ->
                        gain.skill().value().equals(gap.skill()) && gain.level().level() > gap.have());
    }

    private static Aim aim(Gaps.SkillGap gap) {
        return new Aim(
                gap.skill(),
                gap.have(),
                gap.need() == null ? gap.have() + 1 : gap.need(),
                gap.must() ? MUST : DESIRABLE);
    }
}

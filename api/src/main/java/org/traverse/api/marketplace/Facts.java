package org.traverse.api.marketplace;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.traverse.learning.SkillGain;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;
import org.traverse.matching.learningplan.LearningItem;
import org.traverse.readmodel.learningcatalogue.LearningCatalogue;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.skill.Proficiency;

/** The rows of the read models as the facts that matching computes with. */
final class Facts {
    private static final Comparator<Commitment> IN_ORDER = Comparator.comparing(Commitment::from)
            .thenComparing(Commitment::to)
            .thenComparing(Commitment::hoursPerWeek);

    private Facts() {}

    static Person person(MatchFacts.Person row) {
        return new Person(
                row.id(),
                row.skills().entrySet().stream()
                        .collect(Collectors.toMap(
                                java.util.Map.Entry::getKey,
                                known -> new KnownSkill(
                                        known.getValue().level(),
                                        Optional.ofNullable(known.getValue().provenOn())))),
                row.hoursPerWeek(),
                row.commitments().stream()
                        .map(c -> new Commitment(c.from(), c.to(), c.hoursPerWeek()))
                        .sorted(IN_ORDER) // so that the same facts are equal
                        .toList());
    }

    static Work work(MatchFacts.Gig row) {
        return new Work(row.id(), row.hoursPerWeek(), row.from(), row.to(), requirements(row.requirements()));
    }

    static List<Requirement> requirements(Collection<org.traverse.skill.Requirement> rows) {
        return rows.stream()
                .map(r -> new Requirement(
                        r.skill().value(), r.level().map(Proficiency::level).orElse(0), r.must()))
                .toList();
    }

    static LearningItem item(LearningCatalogue.Item row) {
        return new LearningItem(
                row.id(),
                row.gives().stream()
                        .collect(Collectors.<SkillGain, UUID, Integer>toMap(
                                gain -> gain.skill().value(),
                                gain -> gain.level().level(),
                                Math::max)),
                row.hours(),
                row.minorUnits(),
                Set.of(),
                Optional.empty());
    }
}

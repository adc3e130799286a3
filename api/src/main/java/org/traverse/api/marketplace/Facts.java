package org.traverse.api.marketplace;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.traverse.employee.OrgUnitId;
import org.traverse.learning.SkillGain;
import org.traverse.matching.facts.Circumstances;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Terms;
import org.traverse.matching.facts.Wishes;
import org.traverse.matching.facts.Work;
import org.traverse.matching.learningplan.LearningItem;
import org.traverse.preferences.Statement;
import org.traverse.readmodel.learningcatalogue.LearningCatalogue;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.skill.Language;
import org.traverse.skill.Proficiency;
import org.traverse.skill.SkillId;

/** The rows of the read models as the facts that matching computes with. */
final class Facts {
    private static final Comparator<Commitment> IN_ORDER = Comparator.comparing(Commitment::from)
            .thenComparing(Commitment::to)
            .thenComparing(Commitment::hoursPerWeek);

    private Facts() {}

    /** Somebody as others come upon them. */
    static Person person(MatchFacts.Person row, Groups groups) {
        return person(row, groups, row.optedOut());
    }

    /** Somebody who comes of their own accord, looking for work or having applied: that they opted out says nothing then. */
    static Person applying(MatchFacts.Person row, Groups groups) {
        return person(row, groups, false);
    }

    /** Those who may be proposed. Whoever opted out is not even there, so that nobody learns why they are not chosen. */
    static List<Person> proposable(Collection<MatchFacts.Person> rows, Groups groups) {
        return rows.stream()
                .filter(row -> !row.optedOut())
                .map(row -> person(row, groups))
                .toList();
    }

    private static Person person(MatchFacts.Person row, Groups groups, boolean optedOut) {
        return new Person(
                row.id(),
                row.skills().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                known -> new KnownSkill(
                                        known.getValue().level(),
                                        Optional.ofNullable(known.getValue().provenOn())))),
                row.hoursPerWeek(),
                row.commitments().stream()
                        .map(c -> new Commitment(c.from(), c.to(), c.hoursPerWeek()))
                        .sorted(IN_ORDER) // so that the same facts are equal
                        .toList(),
                circumstances(row, groups, optedOut),
                wishes(row.stated()));
    }

    private static Circumstances circumstances(MatchFacts.Person row, Groups groups, boolean optedOut) {
        return new Circumstances(
                row.stated().place(),
                row.stated().zone().flatMap(Facts::zone),
                languages(row.stated().languages()),
                groups.of(row.orgUnit()),
                optedOut,
                Optional.ofNullable(row.inRoleSince()),
                row.workedFor());
    }

    private static Wishes wishes(Statement stated) {
        return new Wishes(
                stated.aims().stream().map(SkillId::value).collect(Collectors.toSet()),
                Set.copyOf(stated.topics()),
                Set.copyOf(stated.places()),
                stated.mostHoursPerWeek() == 0 ? OptionalInt.empty() : OptionalInt.of(stated.mostHoursPerWeek()));
    }

    /** Groups and audiences are org units. */
    static Terms terms(org.traverse.gig.Terms terms, Optional<UUID> unit) {
        return new Terms(
                terms.place(),
                terms.remote(),
                terms.zone().flatMap(Facts::zone),
                languages(terms.languages()),
                terms.audience().stream().map(OrgUnitId::toString).collect(Collectors.toSet()),
                Set.copyOf(terms.topics()),
                unit);
    }

    /** One that this Java knows nothing of is as good as not stated: else nobody could be matched any more. */
    private static Optional<ZoneId> zone(String stated) {
        try {
            return Optional.of(ZoneId.of(stated));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Map<String, Integer> languages(List<Language> languages) {
        return languages.stream()
                .collect(Collectors.toMap(
                        Language::code, language -> language.level().ordinal() + 1));
    }

    static Work work(MatchFacts.Gig row) {
        return new Work(
                row.id(),
                row.hoursPerWeek(),
                row.from(),
                row.to(),
                requirements(row.requirements()),
                terms(row.terms(), Optional.of(row.orgUnit())));
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

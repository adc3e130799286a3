package org.traverse.matching.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;

class FitPropertiesTest {
    static final LocalDate TODAY = LocalDate.parse("2025-03-03");

    private interface Check {
        void of(Person person, Work work, Policy policy);
    }

    @Test
    void theMostThatPartsCanGiveIsAlwaysAHundred() {
        forManyFits((person, work, policy) -> {
            var parts = Fit.of(person, work, policy, TODAY).parts();
            assertThat(parts.stream().mapToInt(Part::max).sum())
                    .isEqualTo(work.requirements().isEmpty() ? 0 : 100);
        });
    }

    @Test
    void fullPointsForSkillsMeanThatNoneIsMissing() {
        forManyFits((person, work, policy) -> {
            var fit = Fit.of(person, work, policy, TODAY);
            for (var part : fit.parts()) {
                var must = part.name().startsWith("Required");
                if (must || part.name().startsWith("Desirable")) {
                    var allMet = fit.requirements().stream()
                            .filter(asked -> asked.must() == must)
                            .allMatch(RequirementMet::met);
                    assertThat(part.points() == part.max()).isEqualTo(allMet);
                }
            }
        });
    }

    @Test
    void toKnowMoreNeverCostsPoints() {
        forManyFits((person, work, policy) -> {
            var before = Fit.of(person, work, policy, TODAY);
            for (var asked : work.requirements()) {
                for (var level = person.levelOf(asked.skill()) + 1; level <= 5; level++) {
                    var skills = new HashMap<>(person.skills());
                    var known = Optional.ofNullable(skills.get(asked.skill()));
                    skills.put(asked.skill(), new KnownSkill(level, known.flatMap(KnownSkill::provenOn)));
                    var after = Fit.of(person.withSkills(skills), work, policy, TODAY);
                    assertThat(after.score()).isGreaterThanOrEqualTo(before.score());
                    assertThat(after.blocks().size())
                            .isLessThanOrEqualTo(before.blocks().size());
                }
            }
        });
    }

    @Test
    void whatAnotherSkillIsWorthDoesNotMatter() {
        forManyFits((person, work, policy) -> {
            var skills = new HashMap<>(person.skills());
            skills.put(UUID.randomUUID(), new KnownSkill(5, Optional.of(TODAY)));
            assertThat(Fit.of(person.withSkills(skills), work, policy, TODAY))
                    .isEqualTo(Fit.of(person, work, policy, TODAY));
        });
    }

    @Test
    void aRaiseGivesExactlyWhatItPromises() {
        forManyFits((person, work, policy) -> {
            for (var raise : Raise.best(person, work, policy, TODAY)) {
                var skills = new HashMap<>(person.skills());
                skills.put(raise.skill(), new KnownSkill(raise.toLevel(), Optional.of(TODAY)));
                var raised = Fit.of(person.withSkills(skills), work, policy, TODAY);
                assertThat(raised.score() - Fit.of(person, work, policy, TODAY).score())
                        .isEqualTo(raise.points());
                assertThat(raised.eligible()).isEqualTo(raise.eligible());
            }
        });
    }

    @Test
    void nobodyStandsHigherThanTheCeiling() {
        forManyFits((person, work, policy) -> {
            var credit = work.requirements().stream()
                    .mapToLong(asked -> {
                        var known = Optional.ofNullable(person.skills().get(asked.skill()));
                        var proven = known.flatMap(KnownSkill::provenOn);
                        return Ceiling.credit(
                                        asked,
                                        person.levelOf(asked.skill()),
                                        proven.filter(on -> policy.isRecent(on, TODAY))
                                                .isPresent())
                                + (person.wishes().aims().contains(asked.skill()) ? Ceiling.AIM : 0);
                    })
                    .sum();
            if (!Collections.disjoint(work.terms().topics(), person.wishes().topics())) {
                credit += Ceiling.INTEREST;
            }
            if (work.terms()
                    .unit()
                    .filter(person.circumstances().workedFor()::contains)
                    .isPresent()) {
                credit += Ceiling.CONTINUITY;
            }
            assertThat(Fit.of(person, work, policy, TODAY).standing())
                    .isLessThanOrEqualTo(Ceiling.of(work, policy).standing(credit, person.hoursPerWeek(), TODAY));
        });
    }

    private static void forManyFits(Check check) {
        for (var seed = 0L; seed < 300; seed++) {
            var random = new Random(seed);
            try {
                check.of(person(random), work(random), seed % 3 == 0 ? Policy.STANDARD : Chance.policy(random));
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("seed " + seed, wrong);
            }
        }
    }

    private static Person person(Random random) {
        var skills = new HashMap<UUID, KnownSkill>();
        for (var skill = 0; skill < 12; skill++) {
            if (random.nextInt(3) > 0) {
                var proven = Optional.of(TODAY.minusDays(random.nextInt(1500))).filter(on -> random.nextBoolean());
                skills.put(new UUID(0, skill), new KnownSkill(1 + random.nextInt(5), proven));
            }
        }
        var from = TODAY.plusDays(random.nextInt(90));
        return new Person(
                new UUID(1, random.nextInt()),
                skills,
                random.nextInt(20),
                List.of(new Commitment(from, from.plusDays(random.nextInt(90)), random.nextInt(12))),
                Chance.circumstances(random, TODAY),
                Chance.wishes(random, List.copyOf(skills.keySet())));
    }

    private static Work work(Random random) {
        var requirements = new ArrayList<Requirement>();
        for (var skill = 0; skill < 12; skill++) {
            if (random.nextInt(3) == 0) {
                requirements.add(new Requirement(new UUID(0, skill), random.nextInt(6), random.nextBoolean()));
            }
        }
        var from = TODAY.plusDays(random.nextInt(60) - 30);
        return new Work(
                UUID.randomUUID(),
                random.nextInt(12),
                from,
                from.plusDays(random.nextInt(90)),
                requirements,
                Chance.terms(random));
    }
}

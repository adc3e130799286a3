package org.traverse.matching.fit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Terms;
import org.traverse.matching.facts.Work;

/** The rules that keep people from work, in the order in which they are told. */
final class Blocks {

    private static final int SECONDS_OF_A_DAY = 24 * 3600;

    private Blocks() {}

    static List<Block> of(
            Person person, Work work, List<RequirementMet> requirements, int free, Policy policy, LocalDate today) {
        var blocks = new ArrayList<Block>();
        if (work.isOver(today)) {
            blocks.add(new Block.AlreadyOver(work.to()));
        }
        if (person.circumstances().optedOut()) {
            blocks.add(new Block.OptedOut());
        }
        if (requirements.isEmpty()) {
            blocks.add(new Block.NoRequirementsKnown());
        }
        for (var asked : requirements) {
            if (asked.must() && !asked.met()) {
                blocks.add(new Block.SkillTooLow(asked.skill(), asked.level(), asked.have()));
            }
        }
        if (free < work.hoursPerWeek()) {
            blocks.add(new Block.TooFewHours(free, work.hoursPerWeek()));
        }
        addTerms(blocks, person, work.terms(), work.from(), policy);
        person.circumstances()
                .inRoleSince()
                .filter(since -> policy.monthsInRole() > 0)
                .map(since -> since.plusMonths(policy.monthsInRole()))
                .filter(until -> work.remaining(today).from().isBefore(until))
                .ifPresent(from -> blocks.add(new Block.TooSoonInRole(from)));
        return blocks;
    }

    private static void addTerms(List<Block> blocks, Person person, Terms terms, LocalDate from, Policy policy) {
        var about = person.circumstances();
        if (!terms.remote() && terms.place().isPresent() && about.place().isPresent()) {
            terms.place()
                    .filter(place -> !place.equalsIgnoreCase(about.place().get()))
                    .ifPresent(place -> blocks.add(new Block.Elsewhere(place)));
        }
        if (terms.zone().isPresent() && about.zone().isPresent()) {
            var apart = hoursApart(terms.zone().get(), about.zone().get(), from);
            if (apart > policy.mostHoursApart()) {
                blocks.add(new Block.TooFarApart(apart, policy.mostHoursApart()));
            }
        }
        if (!about.languages().isEmpty()) {
            new TreeMap<>(terms.languages()).forEach((language, need) -> {
                var have = about.languages().getOrDefault(language, 0);
                if (have < need) {
                    blocks.add(new Block.LanguageTooLow(language, need, have));
                }
            });
        }
        if (!terms.audience().isEmpty() && Collections.disjoint(terms.audience(), about.groups())) {
            blocks.add(new Block.NotInAudience());
        }
    }

    /** Rounded up, on the day the work begins: clocks change. */
    private static int hoursApart(ZoneId one, ZoneId other, LocalDate day) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        var seconds = Math.abs(one.getRules().getOffset(noon).getTotalSeconds()
                - other.getRules().getOffset(noon).getTotalSeconds());
        var apart = Math.min(seconds % SECONDS_OF_A_DAY, SECONDS_OF_A_DAY - seconds % SECONDS_OF_A_DAY);
        return (apart + 3599) / 3600;
    }
}

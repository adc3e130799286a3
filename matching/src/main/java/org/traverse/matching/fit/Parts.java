package org.traverse.matching.fit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.Person;

/**
 * How the 100 points of a fit are given. Every part rounds down by itself: full points always mean nothing is missing,
 * and the parts still add up to the score.
 */
final class Parts {

    static final int ALL = 100;
    static final int AVAILABILITY = 20;
    static final int EVIDENCE = 10;
    private static final int REQUIRED = 50;
    private static final int DESIRABLE = 20;
    static final int MONTHS_EVIDENCE_IS_RECENT = 24;

    private Parts() {}

    static List<Part> of(Person person, List<RequirementMet> requirements, Commitment work, int free, LocalDate today) {
        if (requirements.isEmpty()) {
            return List.of(); // nothing is known that a score could be about
        }
        var musts = new ArrayList<RequirementMet>();
        var wishes = new ArrayList<RequirementMet>();
        for (var asked : requirements) {
            (asked.must() ? musts : wishes).add(asked);
        }
        var parts = new ArrayList<Part>();
        if (!musts.isEmpty()) {
            parts.add(skills("Required skills", requiredMax(musts.size(), wishes.size()), musts));
        }
        if (!wishes.isEmpty()) {
            parts.add(skills("Desirable skills", desirableMax(musts.size(), wishes.size()), wishes));
        }
        parts.add(availability(work, free));
        parts.add(evidence(person, requirements, today));
        return parts;
    }

    static int requiredMax(int musts, int wishes) {
        return musts == 0 ? 0 : wishes == 0 ? REQUIRED + DESIRABLE : REQUIRED;
    }

    static int desirableMax(int musts, int wishes) {
        return wishes == 0 ? 0 : musts == 0 ? REQUIRED + DESIRABLE : DESIRABLE;
    }

    static int skillPoints(int max, int sixtieths, int asked) {
        return share(max, sixtieths, 60 * asked);
    }

    static int availabilityPoints(int needed, int free) {
        return free >= needed ? AVAILABILITY : share(AVAILABILITY, free, needed);
    }

    // A share of all that is asked, not of what is met: else knowing one more skill could cost points.
    static int evidencePoints(int proven, int asked) {
        return share(EVIDENCE, proven, asked);
    }

    private static int share(int max, int part, int whole) {
        return part == 0 ? 0 : max * part / whole; // also nothing of nothing
    }

    private static Part skills(String name, int max, List<RequirementMet> asked) {
        var sixtieths = 0;
        for (var each : asked) {
            sixtieths += each.sixtieths();
        }
        return new Part(name, skillPoints(max, sixtieths, asked.size()), max, () -> levels(asked));
    }

    private static String levels(List<RequirementMet> asked) {
        var met = asked.stream().filter(RequirementMet::met).count();
        var missing = asked.stream().filter(each -> each.have() == 0).count();
        var below = asked.size() - met - missing;
        return met + " of " + counted(asked.size(), "skill") + " at the level asked for"
                + (below == 0 ? "" : ", " + below + " below it")
                + (missing == 0 ? "" : ", " + missing + " missing") + ".";
    }

    private static Part availability(Commitment work, int free) {
        return new Part(
                "Availability",
                availabilityPoints(work.hoursPerWeek(), free),
                AVAILABILITY,
                () -> weeks(work, Math.min(free, work.hoursPerWeek())));
    }

    private static String weeks(Commitment work, int usable) {
        return work.hoursPerWeek() == 0
                ? "The work asks for no hours of its own."
                : usable + " of the " + counted(work.hoursPerWeek(), "hour") + " a week are free in every week from "
                        + work.from() + " to " + work.to() + ".";
    }

    private static Part evidence(Person person, List<RequirementMet> requirements, LocalDate today) {
        var asked = requirements.size();
        var proven = (int) requirements.stream()
                .filter(RequirementMet::met)
                .map(each -> person.skills().get(each.skill()).provenOn())
                .filter(on -> on.isPresent() && Fit.isRecent(on.get(), today))
                .count();
        return new Part(
                "Recent evidence",
                evidencePoints(proven, asked),
                EVIDENCE,
                () -> proven + " of " + counted(asked, "skill") + " met and shown in the last "
                        + MONTHS_EVIDENCE_IS_RECENT + " months.");
    }

    private static String counted(int number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }
}

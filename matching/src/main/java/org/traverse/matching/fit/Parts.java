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

    private static final int REQUIRED = 50;
    private static final int DESIRABLE = 20;
    private static final int AVAILABILITY = 20;
    private static final int EVIDENCE = 10;
    static final int MONTHS_EVIDENCE_IS_RECENT = 24;

    private Parts() {}

    static List<Part> of(Person person, List<RequirementMet> requirements, Commitment work, int free, LocalDate today) {
        if (requirements.isEmpty()) {
            return List.of(); // nothing is known that a score could be about
        }
        var musts = requirements.stream().filter(RequirementMet::must).toList();
        var wishes = requirements.stream().filter(asked -> !asked.must()).toList();
        var parts = new ArrayList<Part>();
        if (!musts.isEmpty()) {
            parts.add(skills("Required skills", wishes.isEmpty() ? REQUIRED + DESIRABLE : REQUIRED, musts));
        }
        if (!wishes.isEmpty()) {
            parts.add(skills("Desirable skills", musts.isEmpty() ? REQUIRED + DESIRABLE : DESIRABLE, wishes));
        }
        parts.add(availability(work, free));
        parts.add(evidence(person, requirements, today));
        return parts;
    }

    private static Part skills(String name, int max, List<RequirementMet> asked) {
        var sixtieths = asked.stream().mapToInt(RequirementMet::sixtieths).sum();
        return new Part(name, max * sixtieths / (60 * asked.size()), max, levels(asked));
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
        var needed = work.hoursPerWeek();
        var usable = Math.min(free, needed);
        var points = needed == 0 ? AVAILABILITY : AVAILABILITY * usable / needed;
        var because = needed == 0
                ? "The work asks for no hours of its own."
                : usable + " of the " + counted(needed, "hour") + " a week are free in every week from " + work.from()
                        + " to " + work.to() + ".";
        return new Part("Availability", points, AVAILABILITY, because);
    }

    private static Part evidence(Person person, List<RequirementMet> requirements, LocalDate today) {
        var proven = (int) requirements.stream()
                .filter(RequirementMet::met)
                .map(asked -> person.skills().get(asked.skill()).provenOn())
                .filter(on -> on.isPresent() && Fit.isRecent(on.get(), today))
                .count();
        // A share of all that is asked, not of what is met: else knowing one more skill could cost points.
        var points = EVIDENCE * proven / requirements.size();
        var because = proven + " of " + counted(requirements.size(), "skill") + " met and shown in the last "
                + MONTHS_EVIDENCE_IS_RECENT + " months.";
        return new Part("Recent evidence", points, EVIDENCE, because);
    }

    private static String counted(int number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }
}

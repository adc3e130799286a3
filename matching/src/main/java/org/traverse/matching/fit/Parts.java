package org.traverse.matching.fit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;

/**
 * How the points of a fit are given. Every part rounds down by itself: full points always mean nothing is missing, and the
 * parts still add up to the score.
 */
final class Parts {

    private final Policy policy;
    private final Weights weights;
    private final LocalDate today;

    Parts(Policy policy, LocalDate today) {
        this.policy = policy;
        this.weights = policy.weights();
        this.today = today;
    }

    List<Part> of(Person person, Work work, List<RequirementMet> requirements, int free) {
        if (requirements.isEmpty()) {
            return List.of(); // nothing is known that a score could be about
        }
        var musts = new ArrayList<RequirementMet>();
        var wishes = new ArrayList<RequirementMet>();
        for (var asked : requirements) {
            (asked.must() ? musts : wishes).add(asked);
        }
        var parts = new ArrayList<Part>();
        parts.add(skills("Required skills", weights.required(musts.size(), wishes.size()), musts));
        parts.add(skills("Desirable skills", weights.desirable(musts.size(), wishes.size()), wishes));
        parts.add(availability(work.remaining(today), free));
        parts.add(evidence(person, requirements));
        if (weights.areOfWishes()) {
            parts.addAll(new Liking(weights, person, work).parts(requirements));
        }
        parts.removeIf(part -> part.max() == 0);
        return parts;
    }

    static int skillPoints(int max, int sixtieths, int asked) {
        return share(max, sixtieths, 60 * asked);
    }

    static int availabilityPoints(int max, int needed, int free) {
        return free >= needed ? max : share(max, free, needed);
    }

    // A share of all that is asked, not of what is met: else knowing one more skill could cost points.
    static int evidencePoints(int max, int proven, int asked) {
        return share(max, proven, asked);
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

    private Part availability(Commitment work, int free) {
        var max = weights.availability();
        return new Part(
                "Availability",
                availabilityPoints(max, work.hoursPerWeek(), free),
                max,
                () -> weeks(work, Math.min(free, work.hoursPerWeek())));
    }

    private static String weeks(Commitment work, int usable) {
        return work.hoursPerWeek() == 0
                ? "The work asks for no hours of its own."
                : usable + " of the " + counted(work.hoursPerWeek(), "hour") + " a week are free in every week from "
                        + work.from() + " to " + work.to() + ".";
    }

    private Part evidence(Person person, List<RequirementMet> requirements) {
        var asked = requirements.size();
        var max = weights.evidence();
        var proven = (int) requirements.stream()
                .filter(RequirementMet::met)
                .map(each -> person.skills().get(each.skill()).provenOn())
                .filter(on -> on.isPresent() && policy.isRecent(on.get(), today))
                .count();
        return new Part(
                "Recent evidence",
                evidencePoints(max, proven, asked),
                max,
                () -> proven + " of " + counted(asked, "skill") + " met and shown in the last "
                        + policy.monthsEvidenceIsRecent() + " months.");
    }

    static String counted(int number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }
}

package org.traverse.matching.fit;

import java.util.Collections;
import java.util.List;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;

/** The parts of a fit that are about what the person wants, rather than what the work needs. */
final class Liking {

    private final Weights weights;
    private final Person person;
    private final Work work;

    Liking(Weights weights, Person person, Work work) {
        this.weights = weights;
        this.person = person;
        this.work = work;
    }

    List<Part> parts(List<RequirementMet> requirements) {
        return List.of(growth(requirements), interest(), preference(), continuity());
    }

    /** A share of all that is asked, whatever is known of it already: else knowing more could cost points. */
    private Part growth(List<RequirementMet> requirements) {
        var aims = person.wishes().aims();
        var growing = (int) requirements.stream()
                .filter(asked -> aims.contains(asked.skill()))
                .count();
        var because = aims.isEmpty()
                ? "Nothing is known of what this person wants to get better at."
                : growing + " of " + Parts.counted(requirements.size(), "skill")
                        + " are what this person wants to get better at.";
        return new Part(
                "Growth", growthPoints(weights.growth(), growing, requirements.size()), weights.growth(), because);
    }

    static int growthPoints(int max, int growing, int asked) {
        return max * growing / asked;
    }

    private Part interest() {
        var shared =
                !Collections.disjoint(work.terms().topics(), person.wishes().topics());
        return allOrNothing(
                "Interest",
                weights.interest(),
                shared,
                "A topic of this work interests this person.",
                "No topic of this work is known to interest this person.");
    }

    /** Half for the place, half for the hours; where nothing is wished for, nothing is missing. */
    private Part preference() {
        var places = person.wishes().places();
        var place = places.isEmpty()
                || work.terms().remote()
                || work.terms()
                        .place()
                        .filter(at -> places.stream().anyMatch(at::equalsIgnoreCase))
                        .isPresent();
        var hours = work.hoursPerWeek() <= person.wishes().mostHoursPerWeek().orElse(work.hoursPerWeek());
        var wished = (place ? 1 : 0) + (hours ? 1 : 0);
        var because = wished == 2
                ? "Place and hours are as this person likes them."
                : wished == 0
                        ? "Neither place nor hours are as this person likes them."
                        : place
                                ? "The place is as this person likes it, the hours are more."
                                : "The hours are as this person likes them, the place is another.";
        return new Part("Preferences", weights.preference() * wished / 2, weights.preference(), because);
    }

    private Part continuity() {
        var known = work.terms()
                .unit()
                .filter(person.circumstances().workedFor()::contains)
                .isPresent();
        return allOrNothing(
                "Continuity",
                weights.continuity(),
                known,
                "This person has worked for this unit.",
                "This person is not known to have worked for this unit.");
    }

    private static Part allOrNothing(String name, int max, boolean all, String because, String becauseNot) {
        return new Part(name, all ? max : 0, max, all ? because : becauseNot);
    }
}

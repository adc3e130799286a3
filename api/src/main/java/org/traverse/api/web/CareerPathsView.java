package org.traverse.api.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ways to a role, step by step, or why there is none. */
public record CareerPathsView(String id, String title, boolean onet, Form form, Outcome outcome, List<String> assumed) {

    /** As typed or chosen; errors by the name of the field. */
    public record Form(String aim, String hours, Map<String, String> errors) {
        public String error(String field) {
            return errors.getOrDefault(field, "");
        }
    }

    /** @param key as a parameter has it; @param why what is best about such a path */
    public record Aim(String key, String name, String why) {}

    public static final List<Aim> AIMS = List.of(
            new Aim("fastest", "Fastest", "The fewest weeks until you have the role."),
            new Aim("cheapest", "Cheapest", "The least fees and hours in all."),
            new Aim("most-travelled", "Most travelled", "What is likeliest to be done."));

    public Aim aim() {
        return AIMS.stream()
                .filter(aim -> aim.key().equals(form.aim()))
                .findFirst()
                .orElseThrow();
    }

    /** One of what there may be to say. */
    public sealed interface Outcome {}

    /** The form has to be corrected first. */
    public record Refused() implements Outcome {}

    public record RequirementsUnknown() implements Outcome {}

    public record AlreadyMet() implements Outcome {}

    /** @param best whether it is proven that no others are better; @param travelled whether moves were seen */
    public record Paths(List<Path> paths, boolean best, boolean travelled) implements Outcome {}

    /** @param certain whether all ways were looked at; @param nearest the role from which it is too far; none: as one is */
    public record NoPath(boolean certain, Optional<String> nearest, int readiness, List<FitView.Need> missing)
            implements Outcome {}

    /** @param time until one has the role; @param fees of learning */
    public record Path(List<Step> steps, String time, long studyHours, String fees, String cost) {
        public int stops() {
            return steps.size() - 1;
        }

        /** {@code Straight there}, or the roles in between. */
        public String name() {
            return stops() == 0
                    ? "Straight there"
                    : "By way of "
                            + String.join(
                                    ", then ",
                                    steps.subList(0, stops()).stream()
                                            .map(Step::title)
                                            .toList());
        }
    }

    /**
     * @param when until the move, from the one before
     * @param missing musts first; what is no must is learnt in the role
     * @param byOneself hours for musts that nothing in the catalogue teaches
     */
    public record Step(
            String id,
            String title,
            String family,
            int readiness,
            String when,
            List<FitView.Need> missing,
            List<Course> courses,
            long byOneself,
            long hoursInRole,
            int people) {
        public List<FitView.Need> musts() {
            return missing.stream().filter(FitView.Need::must).toList();
        }

        public List<FitView.Need> wishes() {
            return missing.stream().filter(need -> !need.must()).toList();
        }
    }

    public record Course(String title, String provider, int hours, String price) {}
}

package org.traverse.matching.careerpath;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What there is to say to somebody who wants to get to a role. */
public sealed interface CareerAdvice {
    /** Every step that is spoken of. */
    List<Step> steps();

    /** They meet everything the role asks for already. */
    record AlreadyMet() implements CareerAdvice {
        @Override
        public List<Step> steps() {
            return List.of();
        }
    }

    /**
     * At least one path, the best first.
     *
     * @param areBest whether it is proven that no others are better, and that there are no more when they are fewer than
     *     wanted
     */
    record Paths(List<CareerPath> paths, boolean areBest) implements CareerAdvice {
        public Paths {
            paths = List.copyOf(paths);
        }

        @Override
        public List<Step> steps() {
            return paths.stream().flatMap(path -> path.steps().stream()).toList();
        }
    }

    /**
     * Nothing plausible leads there, as far as was found.
     *
     * @param nearest of all roles they could get to, that which brings them nearest; none when no role brings them nearer
     *     than they are
     * @param last the step from there, which asks too much
     * @param isCertain false when there were too many ways to look at them all
     */
    record NoPath(Optional<UUID> nearest, Step last, boolean isCertain) implements CareerAdvice {
        @Override
        public List<Step> steps() {
            return List.of(last);
        }
    }
}

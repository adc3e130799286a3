package org.traverse.matching.fit;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * One reason for a score: the points it gives out of the most it can give, and why, in a sentence for people. The
 * sentence is made when it is read, for most fits are only compared.
 */
public final class Part {

    private final String name;
    private final int points;
    private final int max;
    private final Supplier<String> because;

    public Part(String name, int points, int max, Supplier<String> because) {
        if (points < 0 || points > max) {
            throw new IllegalArgumentException(name + " has " + points + " points, but must have 0 to " + max);
        }
        this.name = name;
        this.points = points;
        this.max = max;
        this.because = because;
    }

    public Part(String name, int points, int max, String because) {
        this(name, points, max, () -> because);
    }

    public String name() {
        return name;
    }

    public int points() {
        return points;
    }

    public int max() {
        return max;
    }

    public String because() {
        return because.get();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Part part
                && name.equals(part.name)
                && points == part.points
                && max == part.max
                && because().equals(part.because());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, points, max);
    }

    @Override
    public String toString() {
        return name + " " + points + " of " + max + ": " + because();
    }
}

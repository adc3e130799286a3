package org.traverse.matching.careerpath;

/** What makes a question unusable, said with its own words. */
final class Checked {
    private Checked() {}

    static <T> T present(String name, T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    static void between(String name, long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must be between " + lowest + " and " + highest);
        }
    }
}

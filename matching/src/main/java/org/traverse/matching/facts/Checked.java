package org.traverse.matching.facts;

import java.time.LocalDate;

/** What makes a fact unusable, said with the fact's own words. */
final class Checked {

    static final int HOURS_IN_A_WEEK = 168;

    private Checked() {}

    static <T> T present(String name, T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    static void between(String name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must be between " + lowest + " and " + highest);
        }
    }

    static void hoursPerWeek(int hours) {
        between("hours per week", hours, 0, HOURS_IN_A_WEEK);
    }

    static void inOrder(LocalDate from, LocalDate to) {
        if (present("to", to).isBefore(present("from", from))) {
            throw new IllegalArgumentException("from " + from + " is after to " + to);
        }
    }
}

package org.traverse.matching.facts;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What makes a fact or a question unusable, said with its own words. */
public final class Checked {

    public static final int HOURS_IN_A_WEEK = 168;

    private Checked() {}

    public static <T> T present(String name, T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    public static void between(String name, long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must be between " + lowest + " and " + highest);
        }
    }

    static void hoursPerWeek(int hours) {
        between("hours per week", hours, 0, HOURS_IN_A_WEEK);
    }

    /** By ISO 639-1 code, at a level of the Common European Framework. */
    static Map<String, Integer> languages(Map<String, Integer> languages) {
        present("languages", languages).forEach((language, level) -> {
            if (!language.matches("[a-z]{2}")) {
                throw new IllegalArgumentException("language " + language + " is no ISO 639-1 code");
            }
            between("level of language " + language, level, 1, 6);
        });
        return Map.copyOf(languages);
    }

    /** Facts that were kept before anything was ranked have none. */
    static List<UUID> ranked(List<UUID> ranked) {
        var all = new HashSet<UUID>();
        for (var each : ranked == null ? List.<UUID>of() : ranked) {
            if (!all.add(present("ranked", each))) {
                throw new IllegalArgumentException(each + " is ranked twice");
            }
        }
        return ranked == null ? List.of() : List.copyOf(ranked);
    }

    static void inOrder(LocalDate from, LocalDate to) {
        if (present("to", to).isBefore(present("from", from))) {
            throw new IllegalArgumentException("from " + from + " is after to " + to);
        }
    }
}

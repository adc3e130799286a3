package org.traverse;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What commands take from outside: never missing, never endless. A refusal names the field. */
public final class Bounds {
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final int PLACE = 80;
    private static final int TOPIC = 40;

    private Bounds() {}

    /** Stripped, neither missing nor blank, at most {@code max} characters. */
    public static String text(String field, String value, int max) {
        String text = textOrEmpty(field, value, max);
        if (text.isEmpty()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return text;
    }

    /** Stripped, at most {@code max} characters; empty when missing. */
    public static String textOrEmpty(String field, String value, int max) {
        String text = value == null ? "" : value.strip();
        if (text.codePointCount(0, text.length()) > max) {
            throw new IllegalArgumentException(field + " is longer than " + max + " characters");
        }
        if (!canBeKept(text)) {
            throw new IllegalArgumentException(field + " contains a character that is no text");
        }
        return text;
    }

    /** As {@link #textOrEmpty}, but what is empty is not there. */
    public static Optional<String> textIfAny(String field, Optional<String> value, int max) {
        return value == null
                ? Optional.empty()
                : value.map(text -> textOrEmpty(field, text, max)).filter(text -> !text.isEmpty());
    }

    /** By whatever name the company has for it, if any. */
    public static Optional<String> place(String field, Optional<String> value) {
        return textIfAny(field, value, PLACE).map(place -> listable(field, place));
    }

    /** Each as {@link #place}, and once. */
    public static List<String> places(String field, List<String> values, int most) {
        return names(field, values, most, PLACE);
    }

    /** Topics are tags: in lower case, so that two spellings compare equal. */
    public static List<String> topics(String field, List<String> values, int most) {
        return names(field, values, most, TOPIC).stream()
                .map(topic -> topic.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static List<String> names(String field, List<String> values, int most, int max) {
        return list(field, values, most).stream()
                .map(each -> listable(field, text(field, each, max)))
                .distinct()
                .toList();
    }

    /** People type such names into one field, parted by commas. */
    private static String listable(String field, String name) {
        if (name.codePoints().anyMatch(c -> c == ',' || Character.isISOControl(c))) {
            throw new IllegalArgumentException(field + " has a comma or a line break within a name");
        }
        return name;
    }

    /** By its name in the IANA time zone database, such as {@code Europe/Amsterdam}. */
    public static Optional<String> zone(String field, Optional<String> value) {
        Optional<String> zone = textIfAny(field, value, 50);
        if (zone.isPresent() && !ZONES.contains(zone.get())) {
            throw new IllegalArgumentException(field + " is no time zone: " + zone.get());
        }
        return zone;
    }

    /** A reason that no person typed, such as an exception's message: cut rather than refused. */
    public static String reason(String value) {
        StringBuilder reason = new StringBuilder();
        (value == null ? "" : value.strip())
                .codePoints()
                .filter(c -> !cannotBeKept(c))
                .limit(500)
                .forEach(reason::appendCodePoint);
        return reason.isEmpty() ? "no reason was given" : reason.toString();
    }

    public static int number(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(field + " is " + min + " to " + max + ", not " + value);
        }
        return value;
    }

    /** A civil date that every database and calendar can hold. */
    public static LocalDate date(String field, LocalDate value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        number("the year of " + field, value.getYear(), 1900, 2199);
        return value;
    }

    /** A copy; empty when missing. */
    public static <T> List<T> list(String field, List<T> value, int max) {
        if (value == null) {
            return List.of();
        }
        if (value.size() > max) {
            throw new IllegalArgumentException(field + " has more than " + max + " entries");
        }
        return List.copyOf(value);
    }

    /** A copy of an order in which nothing is twice; empty when missing. A refusal names the position, from 0. */
    public static <T> List<T> ranking(String field, List<T> value, int max) {
        List<T> ranked = value == null ? List.of() : value;
        Set<T> above = new HashSet<>();
        for (int i = 0; i < ranked.size(); i++) {
            String each = field + "[" + i + "]";
            if (i == max) {
                throw new IllegalArgumentException(each + " is more than the " + max + " that can be ranked");
            }
            if (ranked.get(i) == null) {
                throw new IllegalArgumentException(each + " is missing");
            }
            if (!above.add(ranked.get(i))) {
                throw new IllegalArgumentException(each + " is ranked twice: " + ranked.get(i));
            }
        }
        return List.copyOf(ranked);
    }

    public static boolean canBeKept(String text) {
        return text.codePoints().noneMatch(Bounds::cannotBeKept);
    }

    /** PostgreSQL refuses the NUL character, and half a surrogate pair has no UTF-8. */
    private static boolean cannotBeKept(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.SURROGATE
                || type == Character.CONTROL && codePoint != '\n' && codePoint != '\r' && codePoint != '\t';
    }
}

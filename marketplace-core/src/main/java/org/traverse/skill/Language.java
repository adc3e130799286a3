package org.traverse.skill;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.traverse.Bounds;

/**
 * A language, as well as it is known or asked for.
 *
 * @param code of ISO 639-1, such as {@code de}
 */
public record Language(String code, Level level) {
    /** The six levels of the Common European Framework of Reference for Languages. */
    public enum Level {
        A1,
        A2,
        B1,
        B2,
        C1,
        C2
    }

    private static final Set<String> CODES = Set.of(Locale.getISOLanguages());
    private static final int MOST = 20;

    /** By code; refuses what is no language, and one that is there twice. */
    public static List<Language> distinct(List<Language> languages) {
        Set<String> seen = new HashSet<>();
        for (Language language : Bounds.list("languages", languages, MOST)) {
            if (language.code() == null || !CODES.contains(language.code())) {
                throw new IllegalArgumentException("languages: " + language.code() + " is no code of ISO 639-1");
            }
            if (language.level() == null) {
                throw new IllegalArgumentException("languages: " + language.code() + " has no level");
            }
            if (!seen.add(language.code())) {
                throw new IllegalArgumentException("languages: " + language.code() + " is there twice");
            }
        }
        return languages == null
                ? List.of()
                : languages.stream()
                        .sorted(Comparator.comparing(Language::code))
                        .toList();
    }
}

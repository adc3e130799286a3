package org.traverse.api.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.traverse.skill.Language;

/** Several things typed into one field, parted by commas. */
final class Several {
    private static final int LONGEST = 2_000; // characters

    private static final Map<String, String> CODES = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(code -> name(code).toLowerCase(Locale.ROOT), Function.identity(), (a, b) -> a));

    private Several() {}

    static List<String> of(String typed) {
        return Arrays.stream(typed.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    static String text(List<String> several) {
        return String.join(", ", several);
    }

    /** {@code German B2, English C1}; a code will do as well as a name. */
    static List<Language> languages(Map<String, String> errors, String field, String typed) {
        if (typed.length() > LONGEST) {
            errors.put(field, "Keep it to " + Words.number(LONGEST) + " characters.");
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        List<Language> languages = of(typed).stream()
                .flatMap(each -> {
                    Optional<Language> language = language(each);
                    if (language.isEmpty()) {
                        errors.put(
                                field,
                                "“" + each + "” is not understood. Write a language and a level, such as German B2.");
                    } else if (!seen.add(language.get().code())) {
                        errors.put(field, name(language.get().code()) + " is there twice.");
                    }
                    return language.stream();
                })
                .toList();
        return errors.containsKey(field)
                ? languages
                : Fields.read(errors, field, List.of(), () -> Language.distinct(languages));
    }

    static String words(List<Language> languages) {
        return languages.stream()
                .map(language -> name(language.code()) + " " + language.level())
                .collect(Collectors.joining(", "));
    }

    private static Optional<Language> language(String typed) {
        int end = typed.length();
        while (end > 0 && !Character.isWhitespace(typed.charAt(end - 1))) {
            end--;
        }
        String named = typed.substring(0, end).strip().toLowerCase(Locale.ROOT);
        String level = typed.substring(end);
        String code = CODES.getOrDefault(named, named);
        return CODES.containsValue(code)
                ? Arrays.stream(Language.Level.values())
                        .filter(each -> each.name().equalsIgnoreCase(level))
                        .map(each -> new Language(code, each))
                        .findFirst()
                : Optional.empty();
    }

    private static String name(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    }
}

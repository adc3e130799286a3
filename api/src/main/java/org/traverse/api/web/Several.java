package org.traverse.api.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.traverse.skill.Language;

/** Several things typed into one field, parted by commas. */
final class Several {
    private static final Pattern LANGUAGE = Pattern.compile("(.+?)\\s+([A-Ca-c][12])");

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
        Set<String> seen = new HashSet<>();
        return of(typed).stream()
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
    }

    static String words(List<Language> languages) {
        return languages.stream()
                .map(language -> name(language.code()) + " " + language.level())
                .collect(Collectors.joining(", "));
    }

    private static Optional<Language> language(String typed) {
        var parts = LANGUAGE.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String named = parts.group(1).toLowerCase(Locale.ROOT);
        String code = CODES.getOrDefault(named, named);
        return CODES.containsValue(code)
                ? Optional.of(
                        new Language(code, Language.Level.valueOf(parts.group(2).toUpperCase(Locale.ROOT))))
                : Optional.empty();
    }

    private static String name(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    }
}

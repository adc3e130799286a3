package org.traverse.api.demo;

import java.util.List;
import java.util.Optional;
import org.traverse.skill.Language;

/** Short statements, of which each begins with the word that says what it is about: {@code in Vik}, {@code anywhere}. */
record Phrases(List<String> said) {

    /** What follows each of this word; nothing where it stands alone. */
    List<String> all(String word) {
        return said.stream()
                .filter(phrase -> phrase.equals(word) || phrase.startsWith(word + " "))
                .map(phrase -> phrase.substring(word.length()).strip())
                .toList();
    }

    Optional<String> first(String word) {
        return all(word).stream().findFirst();
    }

    /** Written as {@code speaks de B2}. */
    List<Language> languages() {
        return all("speaks").stream()
                .map(language -> language.split(" "))
                .map(parts -> new Language(parts[0], Language.Level.valueOf(parts[1])))
                .toList();
    }
}

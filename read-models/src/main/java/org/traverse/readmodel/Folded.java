package org.traverse.readmodel;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as people type it when they search: lower case, without accents, so that {@code lodz} finds {@code Łódź}. */
public final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private Folded() {}

    public static String of(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
        String folded = bare.toLowerCase(Locale.ROOT)
                .chars()
                .mapToObj(Folded::withoutStroke)
                .collect(Collectors.joining());
        return SPACES.matcher(folded).replaceAll(" ").strip();
    }

    /** A LIKE pattern for text that contains these words in this order, whatever signs they hold. */
    public static String contains(String words) {
        return "%" + of(words).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** A LIKE pattern for each of these words, for text that contains them in any order. */
    public static List<String> containsEach(String words) {
        return Arrays.stream(of(words).split(" ")).map(Folded::contains).toList();
    }

    /** Letters that Unicode does not take apart into a base and a mark. */
    private static String withoutStroke(int letter) {
        return switch (letter) {
            case 'ł' -> "l";
            case 'ø' -> "o";
            case 'đ', 'ð' -> "d";
            case 'ħ' -> "h";
            case 'ı' -> "i";
            case 'ŧ' -> "t";
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'þ' -> "th";
            default -> String.valueOf((char) letter);
        };
    }
}

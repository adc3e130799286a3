package org.traverse.readmodel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people type it when they search: lower case, without accents. */
public final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folded() {}

    /** Also unfolds the letters that Unicode does not take apart, such as ł, ø and ß. */
    public static String of(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return bare.replace("ł", "l")
                .replace("ø", "o")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("ı", "i")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("þ", "th");
    }

    /** A LIKE pattern for text that contains these words, whatever signs they hold. */
    public static String contains(String words) {
        return "%" + of(words.strip()).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}

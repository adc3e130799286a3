package org.traverse.api.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names from many places, each given to one person only. */
class Names {
    /** @param language the mother tongue that goes with it */
    record Name(String given, String family, String language) {
        String full() {
            return given + " " + family;
        }

        /** The name as an e-mail address can carry it; unique whenever the name is. */
        String email() {
            return plain(given) + "." + plain(family) + "@halvarra.example";
        }
    }

    /** The shares add up to somewhat more than a hundred, which leaves names to spare for 500 people. */
    private static final int PEOPLE_PER_SHARE = 5;

    private final List<Name> names = new ArrayList<>();
    private int next;

    /** @param taken e-mail addresses that are given away already */
    Names(Set<String> taken) {
        var addresses = new HashSet<>(taken);
        for (var row : Table.read("names").rows()) {
            var culture = new ArrayList<Name>();
            var language = row.text("language");
            pair(culture, row.list("women", ","), row.list("families of women", ","), language);
            pair(culture, row.list("men", ","), row.list("families of men", ","), language);
            culture.removeIf(name -> !addresses.add(name.email()));
            names.addAll(Draw.of("names " + row.text("culture")).some(row.number("share") * PEOPLE_PER_SHARE, culture));
        }
        var shuffled = Draw.of("names").shuffled(names);
        names.clear();
        names.addAll(shuffled);
    }

    Name next() {
        return names.get(next++);
    }

    private static void pair(List<Name> into, List<String> given, List<String> families, String language) {
        for (var first : given) {
            for (var family : families) {
                into.add(new Name(first, family, language));
            }
        }
    }

    static String plain(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ø", "o")
                .replace("ß", "ss")
                .replace("ı", "i")
                .replaceAll("[^a-z]", "");
    }
}

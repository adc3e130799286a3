package org.traverse.matching.fit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.traverse.matching.facts.Circumstances;
import org.traverse.matching.facts.Terms;
import org.traverse.matching.facts.Wishes;

/** What else may matter, drawn at random: about as often known as not, and alike often enough to match. */
public final class Chance {
    private static final List<String> NAMES = List.of("north", "south", "east");
    private static final List<String> ZONES = List.of("Europe/Warsaw", "Asia/Tokyo", "America/Lima");

    private Chance() {}

    public static Policy policy(Random random) {
        var shares = new ArrayList<Integer>();
        var left = 100;
        for (var part = 0; part < 7; part++) {
            var share = random.nextInt(3) == 0 ? 0 : random.nextInt(Math.min(left, 30) + 1);
            shares.add(share);
            left -= share;
        }
        var weights = new Weights(
                left,
                shares.get(0),
                shares.get(1),
                shares.get(2),
                shares.get(3),
                shares.get(4),
                shares.get(5),
                shares.get(6));
        return new Policy(
                weights,
                random.nextInt(48),
                random.nextInt(13),
                random.nextInt(12),
                random.nextInt(10),
                random.nextInt(10));
    }

    public static Circumstances circumstances(Random random, LocalDate today) {
        return new Circumstances(
                maybe(random, NAMES),
                maybe(random, ZONES).map(ZoneId::of),
                languages(random),
                some(random),
                random.nextInt(10) == 0,
                Optional.of(today.minusMonths(random.nextInt(20))).filter(since -> random.nextBoolean()),
                random.nextBoolean() ? Set.of(new UUID(9, random.nextInt(2))) : Set.of());
    }

    public static Wishes wishes(Random random, List<UUID> skills) {
        var aims = new HashSet<>(skills);
        aims.removeIf(skill -> random.nextBoolean());
        var hours = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(12));
        return new Wishes(aims, some(random), some(random), hours);
    }

    public static Terms terms(Random random) {
        return new Terms(
                maybe(random, NAMES),
                random.nextBoolean(),
                maybe(random, ZONES).map(ZoneId::of),
                languages(random),
                some(random),
                some(random),
                Optional.of(new UUID(9, random.nextInt(2))).filter(unit -> random.nextBoolean()));
    }

    private static Map<String, Integer> languages(Random random) {
        var languages = new HashMap<String, Integer>();
        for (var language : List.of("pl", "de")) {
            if (random.nextInt(3) == 0) {
                languages.put(language, 1 + random.nextInt(6));
            }
        }
        return languages;
    }

    private static Optional<String> maybe(Random random, List<String> names) {
        return Optional.of(names.get(random.nextInt(names.size()))).filter(name -> random.nextBoolean());
    }

    private static Set<String> some(Random random) {
        var some = new HashSet<>(NAMES);
        some.removeIf(name -> random.nextInt(3) > 0);
        return some;
    }
}

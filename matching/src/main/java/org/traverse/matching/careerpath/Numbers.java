package org.traverse.matching.careerpath;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/** Ids as numbers from 0 in ascending order, so that arrays can be asked instead of maps and ties go by id. */
final class Numbers {
    private final UUID[] ids;
    private final Map<UUID, Integer> numbers = new HashMap<>();

    Numbers(Stream<UUID> ids) {
        this.ids = ids.distinct().sorted().toArray(UUID[]::new);
        Arrays.stream(this.ids).forEach(id -> numbers.put(id, numbers.size()));
    }

    int size() {
        return ids.length;
    }

    UUID id(int number) {
        return ids[number];
    }

    OptionalInt find(UUID id) {
        Integer number = numbers.get(id);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    int of(UUID id) {
        return numbers.get(id);
    }
}

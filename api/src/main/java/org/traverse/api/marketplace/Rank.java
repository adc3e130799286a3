package org.traverse.api.marketplace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where something stands among what somebody ranked, as they entered it.
 *
 * @param number 1 for what they want most
 * @param of how many they ranked
 */
public record Rank(int number, int of) {
    public static Optional<Rank> in(List<UUID> ranked, UUID id) {
        int above = ranked.indexOf(id);
        return above < 0 ? Optional.empty() : Optional.of(new Rank(above + 1, ranked.size()));
    }
}

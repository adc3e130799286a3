package org.traverse.matching.careerpath;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The roles most similar to each role: the share of what either asks for that both ask for, each level by how rare its
 * skill is (Ružička's similarity, of weighted sets), in thousandths. Found over the skills they share, so that roles which
 * share none are never compared.
 */
final class Neighbours {
    private static final int SAME = 1000;

    private final Profile[] profiles;
    private final long[] rarity;
    private final int[][] asking;
    private final long[] totals;
    private final int[] nobody;

    /** @param rarity of each skill */
    Neighbours(Profile[] profiles, long[] rarity) {
        this.profiles = profiles;
        this.rarity = rarity;
        asking = asking(profiles, rarity.length);
        nobody = new int[rarity.length];
        totals = Arrays.stream(profiles).mapToLong(this::total).toArray();
    }

    /** For each skill, role and wanted level by turns. */
    private static int[][] asking(Profile[] profiles, int skills) {
        int[] count = new int[skills];
        for (var profile : profiles) {
            for (int skill : profile.skills()) {
                count[skill]++;
            }
        }
        int[][] asking = new int[skills][];
        Arrays.setAll(asking, skill -> new int[2 * count[skill]]);
        for (int role = profiles.length - 1; role >= 0; role--) {
            for (int i = 0; i < profiles[role].size(); i++) {
                int skill = profiles[role].skills()[i];
                int at = 2 * --count[skill];
                asking[skill][at] = role;
                asking[skill][at + 1] = profiles[role].levels()[i];
            }
        }
        return asking;
    }

    private long total(Profile profile) {
        long total = 0;
        for (int i = 0; i < profile.size(); i++) {
            total += rarity[profile.skills()[i]] * profile.levels()[i];
        }
        return total;
    }

    /** At most so many of them, in ascending order; of those as similar, the first ones. */
    int[] of(int role, int atMost) {
        int[] similar = similarities(role);
        int[] roles = new int[SAME + 1];
        for (int each : similar) {
            roles[each]++;
        }
        int least = SAME;
        int taken = roles[SAME];
        while (least > 1 && taken < atMost) {
            taken += roles[--least];
        }
        int threshold = least;
        int[] surely = IntStream.range(0, similar.length)
                .filter(other -> similar[other] > threshold)
                .toArray();
        int[] justSo = IntStream.range(0, similar.length)
                .filter(other -> similar[other] == threshold)
                .toArray();
        return IntStream.concat(Arrays.stream(surely), Arrays.stream(justSo).limit(atMost - surely.length))
                .sorted()
                .toArray();
    }

    /** Of two roles, 0 (nothing) to 1000 (the same). */
    int similarity(int role, int other) {
        var profile = profiles[role];
        int[] levels = profile.known(nobody, profiles[other]);
        long shared = 0;
        for (int i = 0; i < profile.size(); i++) {
            shared += rarity[profile.skills()[i]] * Math.min(levels[i], profile.levels()[i]);
        }
        return ratio(shared, role, other);
    }

    /** To every role; 0 to itself. */
    private int[] similarities(int role) {
        long[] shared = new long[profiles.length];
        var profile = profiles[role];
        for (int i = 0; i < profile.size(); i++) {
            int[] others = asking[profile.skills()[i]];
            long worth = rarity[profile.skills()[i]];
            for (int at = 0; at < others.length; at += 2) {
                shared[others[at]] += worth * Math.min(profile.levels()[i], others[at + 1]);
            }
        }
        int[] similar = new int[profiles.length];
        Arrays.setAll(similar, other -> other == role ? 0 : ratio(shared[other], role, other));
        return similar;
    }

    private int ratio(long shared, int role, int other) {
        return (int) (SAME * shared / (totals[role] + totals[other] - shared));
    }
}

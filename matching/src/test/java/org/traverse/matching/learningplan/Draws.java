package org.traverse.matching.learningplan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.traverse.matching.learningplan.LearningItem.Dates;

/** Aims and catalogues by chance. */
final class Draws {
    private Draws() {}

    static List<Aim> aims(Random random) {
        var aims = new ArrayList<Aim>();
        for (int skill = 0; skill < 2 + random.nextInt(4); skill++) {
            int have = random.nextInt(4);
            aims.add(new Aim(new UUID(0, skill), have, have + 1 + random.nextInt(5 - have), 1 + random.nextInt(9)));
        }
        return aims;
    }

    static List<LearningItem> catalogue(Random random, List<Aim> aims, int items, boolean dates) {
        var catalogue = new ArrayList<LearningItem>();
        for (int id = 0; id < items; id++) {
            var gives = new HashMap<UUID, Integer>();
            for (int k = 0; k <= random.nextInt(3); k++) {
                gives.put(aims.get(random.nextInt(aims.size())).skill(), 1 + random.nextInt(5));
            }
            Set<UUID> after =
                    id > 1 && random.nextInt(3) == 0 ? Set.of(LearningPlansTest.id(random.nextInt(id))) : Set.of();
            var begins = LearningPlansTest.MONDAY.plusDays(random.nextInt(50));
            Optional<Dates> when = dates && random.nextInt(3) == 0
                    ? Optional.of(new Dates(begins, begins.plusDays(random.nextInt(14))))
                    : Optional.empty();
            catalogue.add(new LearningItem(
                    LearningPlansTest.id(id),
                    gives,
                    1 + random.nextInt(15),
                    random.nextInt(2) * random.nextInt(900),
                    after,
                    when));
        }
        return catalogue;
    }

    /** Items of which many make others needless, or nearly. */
    static List<LearningItem> alike(Random random, List<Aim> aims, int items) {
        var catalogue = new ArrayList<LearningItem>();
        for (int id = 0; id < items; id++) {
            var aim = aims.get(random.nextInt(2));
            var begins = LearningPlansTest.MONDAY.plusDays(random.nextInt(10));
            Optional<Dates> when = random.nextBoolean()
                    ? Optional.of(new Dates(begins, begins.plusDays(random.nextInt(12)), random.nextBoolean()))
                    : Optional.empty();
            Set<UUID> after = id > 1 && random.nextInt(3) == 0
                    ? Set.of(LearningPlansTest.id(random.nextInt(Math.min(id, 3))))
                    : Set.of();
            catalogue.add(new LearningItem(
                    LearningPlansTest.id(id),
                    Map.of(aim.skill(), Math.min(5, aim.have() + 1 + random.nextInt(2))),
                    2 + random.nextInt(3),
                    random.nextInt(3),
                    after,
                    when));
        }
        return catalogue;
    }
}

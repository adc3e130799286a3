package org.traverse.matching.learningplan;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.traverse.matching.facts.Checked;
import org.traverse.matching.facts.Requirement;

/** The way from what a person can do to what some work asks for, skill by skill. */
public final class Gap {

    private static final int LEARNING_AT_MOST = 5;

    private Gap() {}

    /** One gap per requirement: musts first, then the widest. */
    public static List<SkillGap> of(Map<UUID, Integer> have, List<Requirement> needs, List<LearningItem> catalogue) {
        var teaching = bySkill(catalogue);
        return needs.stream()
                .map(asked -> new Asked(asked, gap(asked, have.getOrDefault(asked.skill(), 0), teaching)))
                .sorted(comparing((Asked asked) -> !asked.requirement().must())
                        .thenComparing(asked -> -asked.gap().size())
                        .thenComparing(asked -> asked.gap().skill()))
                .map(Asked::gap)
                .toList();
    }

    private static SkillGap gap(Requirement asked, int have, Map<UUID, List<LearningItem>> teaching) {
        Checked.between("level of skill " + asked.skill(), have, 0, 5);
        var learning = asked.isMetBy(have)
                ? List.<UUID>of()
                : teaching.getOrDefault(asked.skill(), List.of()).stream()
                        .filter(item -> item.gives().get(asked.skill()) > have)
                        .sorted(comparing((LearningItem item) ->
                                        !asked.isMetBy(item.gives().get(asked.skill())))
                                .thenComparing(LearningItem::hours)
                                .thenComparing(item -> -item.gives().get(asked.skill()))
                                .thenComparing(LearningItem::id))
                        .limit(LEARNING_AT_MOST)
                        .map(LearningItem::id)
                        .toList();
        return new SkillGap(asked.skill(), have, asked.level(), learning);
    }

    private static Map<UUID, List<LearningItem>> bySkill(List<LearningItem> catalogue) {
        var teaching = new HashMap<UUID, List<LearningItem>>();
        for (var item : catalogue) {
            for (var skill : item.gives().keySet()) {
                teaching.computeIfAbsent(skill, none -> new ArrayList<>()).add(item);
            }
        }
        return teaching;
    }

    private record Asked(Requirement requirement, SkillGap gap) {}
}

package org.traverse.matching.careerpath;

import java.util.Arrays;
import java.util.List;
import org.traverse.matching.facts.Requirement;

/** What a role asks for, in numbers: its skills in ascending order, and the level, 1-5, that is wanted of each. */
record Profile(int[] skills, int[] levels, boolean[] musts) {
    static Profile of(List<Requirement> requirements, Numbers numbers) {
        int[] skills = requirements.stream()
                .mapToInt(asked -> numbers.of(asked.skill()))
                .sorted()
                .toArray();
        int[] levels = new int[skills.length];
        boolean[] musts = new boolean[skills.length];
        for (var asked : requirements) {
            int at = Arrays.binarySearch(skills, numbers.of(asked.skill()));
            levels[at] = Math.max(1, asked.level());
            musts[at] = asked.must();
        }
        return new Profile(skills, levels, musts);
    }

    int size() {
        return skills.length;
    }

    /** How well somebody knows each of these skills who has another role; null for none. */
    int[] known(int[] person, Profile other) {
        int[] known = new int[size()];
        int theirs = 0;
        for (int i = 0; i < known.length; i++) {
            known[i] = person[skills[i]];
            if (other != null) {
                while (theirs < other.size() && other.skills[theirs] < skills[i]) {
                    theirs++;
                }
                if (theirs < other.size() && other.skills[theirs] == skills[i]) {
                    known[i] = Math.max(known[i], other.levels[theirs]);
                }
            }
        }
        return known;
    }
}

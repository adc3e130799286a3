package org.traverse.taxonomy;

import org.traverse.skill.Proficiency;

/**
 * How O*NET's ratings are read. Its table Scales Reference gives importance (IM) as 1 to 5 and level (LV) as 0 to 7; a
 * rating is the mean of many people's answers, so fractions are usual.
 *
 * <p>O*NET knows no hard requirements. We take importance 4, which its questionnaires call "very important", for one:
 * a mean gets there only when hardly anybody who does the work or studies it finds the skill dispensable. In O*NET 29.2
 * that is one requirement in six, three of an occupation's twenty as a rule, and for a fifth of the occupations none.
 * That is a starting point which a company corrects by revising the role, and a careful one: a must at 3 ("important")
 * would rule out nearly everybody who has not done the very job before, no musts at all would leave nothing that sets
 * a surgeon apart from a clerk.
 */
final class OnetScales {
    static final double LEAST_IMPORTANCE = 1;
    static final double MOST_IMPORTANCE = 5;
    static final double LOWEST_LEVEL = 0;
    static final double HIGHEST_LEVEL = 7;

    private OnetScales() {}

    static boolean required(double importance) {
        return importance >= 3;
    }

    static boolean must(double importance) {
        return importance >= 4;
    }

    /** A straight line through both ends, 0 is level 1 and 7 is level 5; half a level counts as the next one. */
    static Proficiency level(double level) {
        return Proficiency.of((int) Math.max(1, Math.min(5, 1 + Math.round(level * 4 / HIGHEST_LEVEL))));
    }
}

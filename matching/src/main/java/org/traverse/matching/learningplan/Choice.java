package org.traverse.matching.learningplan;

/**
 * What may be learnt, in numbers: items that cover elements, of which each counts once however many items cover it. Worth
 * the weights of the elements covered less the hours.
 *
 * @param weights of the elements
 * @param covers the elements of each item
 * @param after the items that each item needs directly, all of them with smaller or larger numbers but without a circle
 */
record Choice(
        long[] weights, int[][] covers, int[] hours, long[] cost, int[][] after, long hoursAtMost, long costAtMost) {

    int items() {
        return hours.length;
    }

    long worth(boolean[] chosen) {
        boolean[] covered = new boolean[weights.length];
        long worth = 0;
        for (int item = 0; item < items(); item++) {
            if (chosen[item]) {
                worth -= hours[item];
                for (int element : covers[item]) {
                    worth += covered[element] ? 0 : weights[element];
                    covered[element] = true;
                }
            }
        }
        return worth;
    }
}

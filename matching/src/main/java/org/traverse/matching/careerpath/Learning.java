package org.traverse.matching.careerpath;

import java.util.BitSet;

/** What is learnt before a step: an item that serves several skills once; by oneself what no item teaches. */
final class Learning {
    private final RoleGraph graph;
    private final BitSet items = new BitSet();
    private long byOneself;

    Learning(RoleGraph graph) {
        this.graph = graph;
    }

    void add(int skill, int have, int want) {
        if (have >= want) {
            return;
        }
        int[] lesson = graph.lesson(skill, want);
        for (int item : lesson) {
            items.set(item);
        }
        if (lesson.length == 0) {
            byOneself += (long) (want - have) * graph.assumptions.hoursPerLevel();
        }
    }

    BitSet items() {
        return items;
    }

    long hours() {
        long hours = byOneself;
        for (int item = items.nextSetBit(0); item >= 0; item = items.nextSetBit(item + 1)) {
            hours += graph.teaching.item(item).hours();
        }
        return hours;
    }

    long fees() {
        long fees = 0;
        for (int item = items.nextSetBit(0); item >= 0; item = items.nextSetBit(item + 1)) {
            fees += graph.teaching.item(item).cost();
        }
        return fees;
    }
}

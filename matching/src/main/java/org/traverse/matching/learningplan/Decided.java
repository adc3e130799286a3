package org.traverse.matching.learningplan;

import java.util.Arrays;
import java.util.BitSet;

/** Which items are in, out, or still open, kept so that an item is in only with all it comes after. */
final class Decided {
    private enum State {
        OPEN,
        IN,
        OUT
    }

    private final Choice choice;
    private final Order order;
    private final State[] states;
    private final boolean[] covered;
    private final long[] left;
    private long worth;

    Decided(Choice choice, Order order) {
        this.choice = choice;
        this.order = order;
        states = new State[choice.items()];
        Arrays.fill(states, State.OPEN);
        covered = new boolean[choice.weights().length];
        left = choice.budgets().atMost().clone();
    }

    private Decided(Decided other) {
        choice = other.choice;
        order = other.order;
        states = other.states.clone();
        covered = other.covered.clone();
        left = other.left.clone();
        worth = other.worth;
    }

    Decided copy() {
        return new Decided(this);
    }

    boolean isOpen(int item) {
        return states[item] == State.OPEN;
    }

    boolean isIn(int item) {
        return states[item] == State.IN;
    }

    boolean[] chosen() {
        boolean[] chosen = new boolean[states.length];
        for (int item = 0; item < chosen.length; item++) {
            chosen[item] = isIn(item);
        }
        return chosen;
    }

    boolean[] covered() {
        return covered;
    }

    /** Of each budget. */
    long[] left() {
        return left;
    }

    /** Of what is in. */
    long worth() {
        return worth;
    }

    /** With all it comes after. False, if one of them is out or the budgets do not allow it. */
    boolean putIn(int item) {
        for (int needed : order.before(item)) {
            if (!putInAlone(needed)) {
                return false;
            }
        }
        return putInAlone(item);
    }

    private boolean putInAlone(int item) {
        if (states[item] == State.OUT) {
            return false;
        }
        boolean possible = true;
        if (states[item] == State.OPEN) {
            states[item] = State.IN;
            possible = choice.budgets().take(item, left);
            worth -= choice.burden()[item];
            for (int element : choice.covers()[item]) {
                worth += covered[element] ? 0 : choice.weights()[element];
                covered[element] = true;
            }
        }
        return possible;
    }

    /** Is enough left of every budget? What it comes after may still have to be paid as well. */
    boolean canPay(int item) {
        return choice.budgets().isThere(item, left);
    }

    /** What an open item, with all it comes after, would add to the worth; a negative number if it is not possible. */
    long gain(int item) {
        if (order.before(item).length == 0) {
            return gain(new int[] {item});
        }
        int[] all = Arrays.copyOf(order.before(item), order.before(item).length + 1);
        all[all.length - 1] = item;
        return gain(all);
    }

    private long gain(int[] items) {
        long[] rest = left.clone();
        long more = 0;
        var seen = new BitSet();
        for (int item : items) {
            if (states[item] == State.OUT || isOpen(item) && !choice.budgets().take(item, rest)) {
                return -1;
            }
            if (isOpen(item)) {
                more -= choice.burden()[item];
                for (int element : choice.covers()[item]) {
                    if (!covered[element] && !seen.get(element)) {
                        seen.set(element);
                        more += choice.weights()[element];
                    }
                }
            }
        }
        return more;
    }

    /** With all that comes after it. False, if one of them is in. */
    boolean leaveOut(int item) {
        for (int later : order.later(item)) {
            if (states[later] == State.IN) {
                return false;
            }
            states[later] = State.OUT;
        }
        if (states[item] == State.IN) {
            return false;
        }
        states[item] = State.OUT;
        return true;
    }
}

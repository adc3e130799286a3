package org.traverse.matching.assignment;

import java.util.Arrays;

/**
 * Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) whose move puts somebody into a place, sends away who is in the
 * way, and finds those something else, which may send away others again. The hotter, the worse a plan may become.
 */
final class Annealing {

    private static final int LONGEST = 20;
    private static final int DEEPEST = 2;
    private static final int MOST_SENT_AWAY = 3;

    private final Roster roster;
    private final Shortlist list;
    private final Dice dice;
    private final Couples couples;
    private int[] changed = new int[2 * LONGEST];
    private int[] before = new int[2 * LONGEST];
    private int changes;

    Annealing(Roster roster, Dice dice) {
        this.roster = roster;
        this.dice = dice;
        list = roster.list;
        couples = new Couples(roster, this, dice);
    }

    /** Whether the plan changed; at temperature 100 a loss of 100 points is taken about every third time. */
    boolean attempt(double temperature) {
        var worth = roster.worth();
        changes = 0;
        var moved = couples.areThere() && dice.oneIn(4) ? couples.move() : moveOne();
        if (moved && roster.worth() - worth >= -temperature * dice.patienceOfOne()) {
            return true;
        }
        undo();
        return false;
    }

    private boolean moveOne() {
        var place = roster.empties() > 0 && dice.oneIn(8)
                ? roster.empty(dice.below(roster.empties()))
                : dice.below(roster.places());
        var choice = any(place);
        return choice != Place.NONE && choice != roster.taken(place) && put(place, choice, 0);
    }

    private int any(int place) {
        var first = list.first[place];
        var number = list.first[place + 1] - first;
        return number == 0 ? Place.NONE : first + dice.lowBelow(number);
    }

    boolean put(int place, int choice) {
        return put(place, choice, 0);
    }

    private boolean put(int place, int choice, int depth) {
        if (roster.taken(place) != Place.NONE) {
            set(place, Place.NONE);
        }
        var since = changes;
        while (!roster.fits(place, choice)) {
            var other = changes - since == MOST_SENT_AWAY ? Place.NONE : inTheWay(place, choice);
            if (other == Place.NONE || isChanged(other)) {
                return false;
            }
            set(other, Place.NONE);
        }
        var sentAway = changes;
        set(place, choice);
        for (var index = since; index < sentAway; index++) {
            if (!findSomethingElse(changed[index], list.person[choice], depth)) {
                return false;
            }
        }
        return true;
    }

    /** Puts the best who can into an empty place, but not this person; nobody where nobody can. */
    boolean fillWithAnother(int place, int butNot) {
        return findSomethingElse(place, butNot, DEEPEST);
    }

    private boolean findSomethingElse(int place, int butNot, int depth) {
        var best = Place.NONE;
        var most = Long.MIN_VALUE;
        for (var choice = list.first[place]; choice < list.first[place + 1]; choice++) {
            var person = list.person[choice];
            var gain = (long) list.fit[choice] - roster.costOfOneMore(person);
            if (gain > most && person != butNot && roster.fits(place, choice) && roster.mayJoin(place, choice)) {
                most = gain;
                best = choice;
            }
        }
        if (depth < DEEPEST && changes < LONGEST && (best == Place.NONE || dice.oneIn(4))) {
            var choice = any(place);
            if (list.person[choice] != butNot) {
                return put(place, choice, depth + 1);
            }
        }
        if (best != Place.NONE) {
            set(place, best);
        }
        return true;
    }

    private int inTheWay(int place, int choice) {
        var person = list.person[choice];
        var count = roster.count(person);
        var start = count == 0 ? 0 : dice.below(count);
        for (var step = 0; step < count; step++) {
            var other = roster.placeOf(person, (start + step) % count);
            if (roster.isInTheWay(other, place, choice)) {
                return other;
            }
        }
        return Place.NONE;
    }

    private boolean isChanged(int place) {
        for (var index = 0; index < changes; index++) {
            if (changed[index] == place) {
                return true;
            }
        }
        return false;
    }

    void set(int place, int choice) {
        if (changes == changed.length) {
            changed = Arrays.copyOf(changed, 2 * changes);
            before = Arrays.copyOf(before, 2 * changes);
        }
        changed[changes] = place;
        before[changes++] = roster.taken(place);
        roster.set(place, choice);
    }

    private void undo() {
        while (changes > 0) {
            changes--;
            roster.set(changed[changes], before[changes]);
        }
    }
}

package org.traverse.matching.assignment;

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
    private final Attempt attempt;
    private final Couples couples;

    Annealing(Roster roster, Dice dice) {
        this.roster = roster;
        this.dice = dice;
        list = roster.list;
        attempt = new Attempt(roster);
        couples = new Couples(roster, this, attempt, dice);
    }

    /** Whether the plan changed; at temperature 100 a loss of 100 points is taken about every third time. */
    boolean attempt(double temperature) {
        attempt.begin();
        var moved = couples.areThere() && dice.oneIn(4) ? couples.move() : moveOne();
        if (moved && attempt.gain() >= -temperature * dice.patienceOfOne()) {
            return true;
        }
        attempt.undo();
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
            attempt.set(place, Place.NONE);
        }
        var since = attempt.number();
        while (!roster.fits(place, choice)) {
            var other = attempt.number() - since == MOST_SENT_AWAY ? Place.NONE : inTheWay(place, choice);
            if (other == Place.NONE || attempt.hasChanged(other)) {
                return false;
            }
            attempt.set(other, Place.NONE);
        }
        var sentAway = attempt.number();
        attempt.set(place, choice);
        for (var index = since; index < sentAway; index++) {
            if (!findSomethingElse(attempt.place(index), list.person[choice], depth)) {
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
        var best = roster.bestFor(place, butNot);
        if (depth < DEEPEST && attempt.number() < LONGEST && (best == Place.NONE || dice.oneIn(4))) {
            var choice = any(place);
            if (list.person[choice] != butNot) {
                return put(place, choice, depth + 1);
            }
        }
        if (best != Place.NONE) {
            attempt.set(place, best);
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
}

package org.traverse.matching.assignment;

/**
 * Ejection chains (Glover 1996) that know what they may cost: a place's person goes, somebody else comes, the place that
 * one leaves needs somebody in turn, and so on until all are placed again. Every step of a chain only adds losses against
 * the bound, so a chain that has lost more than it may is given up at once, and long ones are cheap to look for.
 */
final class Chains {

    private static final int LONGEST = 14;
    private static final int MOST_STEPS = 5_000;
    private static final int MOST_IN_HAND = 3;
    private static final int MOST_PAIRED = 12;
    private static final double NOTHING = 1e-7;

    private final Roster roster;
    private final Shortlist list;
    private final Dice dice;
    private final int[] inHand = new int[MOST_IN_HAND + 2];
    private final int[] sentFrom = new int[MOST_IN_HAND + 2];
    private int hands;
    private final int[] place = new int[LONGEST + 1];
    private final int[] choice = new int[LONGEST + 1];
    private int length;
    private int[] bestPlace = new int[LONGEST + 1];
    private int[] bestChoice = new int[LONGEST + 1];
    private int bestLength;
    private double best;
    private double limit;
    private int steps;
    private final double filling;
    private boolean enough; // a place more is filled: better look where the next one is
    private int left; // the person whom the first place left, or NONE
    private double leftBefore;

    Chains(Roster roster, Dice dice) {
        this.roster = roster;
        this.dice = dice;
        list = roster.list;
        filling = list.market().filled / 2d;
    }

    /** The steps that the last attempt took: its effort. */
    int steps() {
        return steps;
    }

    /** Makes the best chain found from some place, if its loss is within the temperature's; whether there was one. */
    boolean attempt(double temperature) {
        var start = roster.empties() > 0 && dice.oneIn(4)
                ? roster.empty(dice.below(roster.empties()))
                : dice.below(roster.places());
        var before = roster.taken(start);
        limit = temperature * dice.patienceOfOne();
        best = Double.MAX_VALUE;
        steps = 0;
        enough = false;
        length = 0;
        hands = 0;
        left = before == Place.NONE ? Place.NONE : list.person[before];
        var lost = lossAt(start, before);
        if (before != Place.NONE) {
            leftBefore = roster.lossOf(left);
            roster.clear(start);
        }
        take(start, left);
        search(-lost);
        if (before != Place.NONE) {
            roster.put(start, before);
        }
        if (best > limit) {
            return false;
        }
        make();
        return true;
    }

    private void make() {
        for (var index = 0; index < bestLength; index++) {
            if (roster.taken(bestPlace[index]) != Place.NONE) {
                roster.clear(bestPlace[index]);
            }
        }
        for (var index = 0; index < bestLength; index++) {
            if (bestChoice[index] != Place.NONE) {
                roster.put(bestPlace[index], bestChoice[index]);
            }
        }
    }

    /** Tries everybody for the place in hand that was taken up last; lost is what the chain loses up to here. */
    private void search(double lost) {
        if (hands == 0) {
            close(lost);
            return;
        }
        if (length == LONGEST || isOver() || ++steps > MOST_STEPS) {
            return;
        }
        var current = inHand[--hands];
        var from = sentFrom[hands];
        place[length] = current;
        for (var next = list.first[current]; next < list.first[current + 1] && !isOver(); next++) {
            var then = lost + list.loss[next];
            if (then > allowed()) {
                break; // the others lose more
            }
            if (list.person[next] != from && !dice.oneIn(8)) { // another time another way
                choice[length] = next;
                come(current, next, then);
            }
        }
        if (length > 0 && lost + list.lossIfEmpty[current] <= allowed()) {
            choice[length++] = Place.NONE;
            search(lost + list.lossIfEmpty[current]);
            length--;
        }
        inHand[hands] = current;
        sentFrom[hands++] = from;
    }

    private void come(int current, int next, double lost) {
        var person = list.person[next];
        var before = lossOf(person);
        if (roster.fits(current, next)) {
            roster.put(current, next);
            length++;
            search(lost + lossOf(person) - before);
            length--;
            roster.clear(current);
        } else if (hands < MOST_IN_HAND && !sendOneAway(current, next, lost - before) && hands < MOST_IN_HAND - 1) {
            sendTwoAway(current, next, lost - before);
        }
    }

    private boolean sendOneAway(int current, int next, double lost) {
        var person = list.person[next];
        var others = others(person);
        var enough = false;
        for (var other : others) {
            if (isOver()) {
                break;
            }
            if (isMovable(other, current)) {
                var choiceOfOther = roster.taken(other);
                roster.clear(other);
                if (roster.fits(current, next)) {
                    enough = true;
                    goOn(current, next, lost - list.loss[choiceOfOther], other, Place.NONE);
                }
                roster.put(other, choiceOfOther);
            }
        }
        return enough;
    }

    private void sendTwoAway(int current, int next, double lost) {
        var person = list.person[next];
        var others = others(person);
        if (others.length > MOST_PAIRED) {
            return;
        }
        for (var one = 0; one < others.length; one++) {
            for (var two = one + 1; two < others.length && !isOver(); two++) {
                if (isMovable(others[one], current) && isMovable(others[two], current)) {
                    var first = roster.taken(others[one]);
                    var second = roster.taken(others[two]);
                    roster.clear(others[one]);
                    roster.clear(others[two]);
                    if (roster.fits(current, next)) {
                        goOn(current, next, lost - list.loss[first] - list.loss[second], others[one], others[two]);
                    }
                    roster.put(others[two], second);
                    roster.put(others[one], first);
                }
            }
        }
    }

    private void goOn(int current, int next, double lost, int one, int two) {
        var person = list.person[next];
        roster.put(current, next);
        var then = lost + lossOf(person);
        if (then <= allowed()) {
            var free = hands;
            take(one, person);
            if (two != Place.NONE) {
                take(two, person);
            }
            length++;
            search(then);
            length--;
            hands = free;
        }
        roster.clear(current);
    }

    private void close(double lost) {
        var all = left == Place.NONE ? lost : lost + roster.lossOf(left) - leftBefore;
        if (all < best - NOTHING) {
            best = all;
            enough = all < -filling;
            bestLength = length;
            System.arraycopy(place, 0, bestPlace, 0, length);
            System.arraycopy(choice, 0, bestChoice, 0, length);
        }
    }

    /** The person whom the first place left is counted at the end: somebody may still come to them. */
    private double lossOf(int person) {
        return person == left ? 0 : roster.lossOf(person);
    }

    private double lossAt(int somePlace, int someChoice) {
        return someChoice == Place.NONE ? list.lossIfEmpty[somePlace] : list.loss[someChoice];
    }

    private boolean isOver() {
        return enough || steps > MOST_STEPS;
    }

    private double allowed() {
        return Math.min(best, limit);
    }

    private boolean isMovable(int other, int current) {
        for (var index = 0; index <= length; index++) {
            if (place[index] == other) {
                return false;
            }
        }
        return roster.overlap(other, current) || roster.sameWork(other, current);
    }

    private int[] others(int person) {
        var others = new int[roster.count(person)];
        for (var index = 0; index < others.length; index++) {
            others[index] = roster.placeOf(person, index);
        }
        return others;
    }

    private void take(int somePlace, int person) {
        inHand[hands] = somePlace;
        sentFrom[hands++] = person;
    }
}

package org.traverse.matching.assignment;

import java.util.stream.IntStream;

/**
 * Takes all places from one person and gives them their best bundle instead, whoever has those places now: large
 * neighbourhood search (Shaw 1998) with one person at a time. A place costs what it earns where it is or might go instead,
 * give or take the temperature; what is left over goes to whoever gains most by it.
 */
final class Rebuilding {

    private static final int MOST_LOOKS = 400;

    private final Roster roster;
    private final Shortlist list;
    private final Dice dice;
    private final Attempt attempt;
    private final Bundle bundle;
    private final int[] first; // of the choices that are open to a person
    private final int[] choiceOf;
    private final int[] place; // of a choice
    private final int[] people; // to whom more than one place is open

    Rebuilding(Roster roster, Dice dice) {
        this.roster = roster;
        this.dice = dice;
        list = roster.list;
        attempt = new Attempt(roster);
        bundle = new Bundle(list);
        first = new int[list.market().people + 1];
        for (var person : list.person) {
            first[person + 1]++;
        }
        for (var person = 0; person + 1 < first.length; person++) {
            first[person + 1] += first[person];
        }
        var next = first.clone();
        choiceOf = new int[list.person.length];
        place = new int[list.person.length];
        for (var number = 0; number < roster.places(); number++) {
            for (var choice = list.first[number]; choice < list.first[number + 1]; choice++) {
                choiceOf[next[list.person[choice]]++] = choice;
                place[choice] = number;
            }
        }
        people = IntStream.range(0, list.market().people)
                .filter(person -> first[person + 1] - first[person] > 1)
                .toArray();
    }

    /** Whether the plan changed; at temperature 100 a loss of 100 points is taken about every third time. */
    boolean attempt(double temperature) {
        if (people.length == 0) {
            return false;
        }
        var person = people[dice.below(people.length)];
        bundle.of(person);
        for (var at = first[person]; at < first[person + 1]; at++) {
            var choice = choiceOf[at];
            bundle.offer(choice, worth(choice) - price(place[choice], person) + temperature * dice.errorOfOne());
        }
        bundle.solve(MOST_LOOKS);
        if (isWhatTheyHave(person)) {
            return false;
        }
        attempt.begin();
        rebuild(person);
        if (attempt.gain() >= -temperature * dice.patienceOfOne()) {
            return true;
        }
        attempt.undo();
        return false;
    }

    private long worth(int choice) {
        return list.fit[choice] + roster.worthOfFilling(place[choice]);
    }

    private long price(int wanted, int person) {
        var taken = roster.taken(wanted);
        if (taken == Place.NONE) {
            return 0;
        }
        if (list.person[taken] != person) {
            return roster.worthOf(wanted);
        }
        var instead = roster.bestFor(wanted, person);
        return instead == Place.NONE ? 0 : Math.max(0, worth(instead) - roster.costOfOneMore(list.person[instead]));
    }

    private boolean isWhatTheyHave(int person) {
        for (var index = 0; index < bundle.size(); index++) {
            if (roster.taken(place[bundle.choice(index)]) != bundle.choice(index)) {
                return false;
            }
        }
        return roster.count(person) == bundle.size();
    }

    private void rebuild(int person) {
        while (roster.count(person) > 0) {
            attempt.set(roster.placeOf(person, 0), Place.NONE);
        }
        var had = attempt.number();
        for (var index = 0; index < bundle.size(); index++) {
            attempt.set(place[bundle.choice(index)], bundle.choice(index));
        }
        var has = attempt.number();
        for (var index = 0; index < had; index++) {
            var left = attempt.place(index);
            var choice = roster.taken(left) == Place.NONE ? roster.bestFor(left, Place.NONE) : Place.NONE;
            if (choice != Place.NONE) {
                attempt.set(left, choice);
            }
        }
        for (var index = had; index < has; index++) {
            if (attempt.before(index) != Place.NONE) {
                giveAnEmptyOne(list.person[attempt.before(index)]);
            }
        }
    }

    private void giveAnEmptyOne(int person) {
        var best = Place.NONE;
        var most = (long) roster.costOfOneMore(person);
        for (var at = first[person]; at < first[person + 1]; at++) {
            var choice = choiceOf[at];
            if (roster.taken(place[choice]) == Place.NONE
                    && worth(choice) > most
                    && roster.fits(place[choice], choice)
                    && roster.mayJoin(place[choice], choice)) {
                most = worth(choice);
                best = choice;
            }
        }
        if (best != Place.NONE) {
            attempt.set(place[best], best);
        }
    }
}

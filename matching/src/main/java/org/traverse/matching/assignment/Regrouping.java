package org.traverse.matching.assignment;

/**
 * Finds what a few people who want each other's places would best have together: large neighbourhood search (Shaw 1998)
 * with a small group at a time. All their places, and some that are empty, are given anew, depth first; as losses against
 * the bound only add up, a branch ends where it has lost as much as it may.
 */
final class Regrouping {

    private static final int PEOPLE = 3;
    private static final int MOST_CALLS = 10 * PEOPLE;
    private static final int MOST_PLACES = 40;
    private static final int MOST_EMPTY = 3;
    private static final int MOST_LOOKS = 300;
    private static final double NOTHING = 1e-7;

    private final Roster roster;
    private final Shortlist list;
    private final Dice dice;
    private final Attempt attempt;
    private final boolean[] isInGroup;
    private final int[] group = new int[PEOPLE];
    private final Task[] tasks = new Task[MOST_PLACES];
    private final int[] best = new int[MOST_PLACES];
    private int people;
    private int places;
    private double limit;
    private boolean found;
    private int looks;

    Regrouping(Roster roster, Dice dice) {
        this.roster = roster;
        this.dice = dice;
        list = roster.list;
        attempt = new Attempt(roster);
        isInGroup = new boolean[list.market().people];
        for (var index = 0; index < tasks.length; index++) {
            tasks[index] = new Task();
        }
    }

    /** The looks that the last attempt took: its effort. */
    int looks() {
        return looks;
    }

    /** Whether the plan changed; at temperature 100 a loss of 100 points is taken about every third time. */
    boolean attempt(double temperature) {
        looks = 0;
        gather();
        var changed = places <= MOST_PLACES && regroup(temperature * dice.patienceOfOne());
        while (people > 0) {
            isInGroup[group[--people]] = false;
        }
        return changed;
    }

    private void gather() {
        places = 0;
        var start = dice.below(roster.places());
        if (roster.taken(start) == Place.NONE) {
            add(start);
        } else {
            join(list.person[roster.taken(start)]);
        }
        for (var call = 0; call < MOST_CALLS && people < PEOPLE; call++) {
            var wanted = somePlace(start);
            var choices = list.first[wanted + 1] - list.first[wanted];
            if (choices > 0) {
                var rank = Math.min(dice.lowBelow(choices), dice.lowBelow(choices));
                join(list.person[list.first[wanted] + rank]);
            }
        }
        for (var index = 0; index < people; index++) {
            for (var each = 0; each < roster.count(group[index]); each++) {
                add(roster.placeOf(group[index], each));
            }
        }
        for (var call = 0; call < MOST_EMPTY && roster.empties() > 0; call++) {
            addIfWanted(roster.empty(dice.below(roster.empties())));
        }
    }

    private int somePlace(int otherwise) {
        if (people == 0) {
            return otherwise;
        }
        var person = group[dice.below(people)];
        return roster.count(person) == 0 ? otherwise : roster.placeOf(person, dice.below(roster.count(person)));
    }

    private void join(int person) {
        if (!isInGroup[person]) {
            isInGroup[person] = true;
            group[people++] = person;
        }
    }

    private void addIfWanted(int empty) {
        for (var index = 0; index < Math.min(places, MOST_PLACES); index++) {
            if (tasks[index].place == empty) {
                return;
            }
        }
        for (var choice = list.first[empty]; choice < list.first[empty + 1]; choice++) {
            if (isInGroup[list.person[choice]]) {
                add(empty);
                return;
            }
        }
    }

    private void add(int place) {
        if (places < MOST_PLACES) {
            tasks[places].place = place;
        }
        places++;
    }

    private boolean regroup(double patience) {
        var lost = 0d;
        for (var index = 0; index < people; index++) {
            lost += roster.lossOf(group[index]);
        }
        for (var index = 0; index < places; index++) {
            lost += tasks[index].describe();
        }
        sort();
        attempt.begin();
        for (var index = places - 1; index >= 0; index--) {
            tasks[index].least += index + 1 < places ? tasks[index + 1].least : 0;
            attempt.set(tasks[index].place, Place.NONE);
        }
        limit = lost + patience;
        found = false;
        search(0, 0);
        for (var index = 0; found && index < places; index++) {
            attempt.set(tasks[index].place, best[index]);
        }
        if (found && attempt.gain() >= -patience) {
            return true;
        }
        attempt.undo();
        return false;
    }

    /** Those first that lose most when their first choice is not to be had. */
    private void sort() {
        for (var index = 1; index < places; index++) {
            var task = tasks[index];
            var at = index;
            while (at > 0 && tasks[at - 1].regret < task.regret) {
                tasks[at] = tasks[at - 1];
                at--;
            }
            tasks[at] = task;
        }
    }

    private void search(int index, double lost) {
        if (index == places) {
            close(lost);
            return;
        }
        var task = tasks[index];
        var others = index + 1 < places ? tasks[index + 1].least : 0;
        for (var option = 0; option < task.options; option++) {
            var choice = task.option[option];
            var then = lost + list.loss[choice];
            if (then + others >= limit - NOTHING || ++looks > MOST_LOOKS) {
                break;
            }
            if (roster.fits(task.place, choice)) {
                task.now = choice;
                roster.put(task.place, choice);
                search(index + 1, then);
                roster.clear(task.place);
            }
        }
        var then = lost + list.lossIfEmpty[task.place];
        if (then + others < limit - NOTHING && looks <= MOST_LOOKS) {
            task.now = Place.NONE;
            search(index + 1, then);
        }
    }

    private void close(double lost) {
        var all = lost;
        for (var index = 0; index < people; index++) {
            all += roster.lossOf(group[index]);
        }
        if (all < limit - NOTHING && isAnotherPlan()) {
            limit = all;
            found = true;
            for (var index = 0; index < places; index++) {
                best[index] = tasks[index].now;
            }
        }
    }

    private boolean isAnotherPlan() {
        for (var index = 0; index < places; index++) {
            if (tasks[index].now != tasks[index].before) {
                return true;
            }
        }
        return false;
    }

    /** A place to be given anew, and who of the group might take it, best first. */
    private final class Task {
        private final int[] option = new int[PEOPLE];
        private int place;
        private int before;
        private int now;
        private int options;
        private double regret;
        private double least; // that this and those after it lose

        /** What the place loses now. */
        double describe() {
            before = roster.taken(place);
            options = 0;
            var end = list.first[place + 1];
            for (var choice = list.first[place]; choice < end && options < people; choice++) {
                if (isInGroup[list.person[choice]]) {
                    option[options++] = choice;
                }
            }
            var empty = list.lossIfEmpty[place];
            least = options == 0 ? empty : Math.min(empty, list.loss[option[0]]);
            regret = (options < 2 ? empty : Math.min(empty, list.loss[option[1]])) - least;
            return before == Place.NONE ? empty : list.loss[before];
        }
    }
}

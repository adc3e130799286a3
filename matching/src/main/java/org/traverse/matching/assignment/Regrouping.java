package org.traverse.matching.assignment;

import java.util.Arrays;

/**
 * Gives all places of a few people anew, as they would best have them together as far as so many looks tell: large
 * neighbourhood search (Shaw 1998) with a small group at a time, depth first. Losses against the bound only add up, so a
 * branch ends where it has lost as much as it may. Where all places are in one week people have many, and a larger group
 * and more looks pay.
 */
final class Regrouping {

    private static final int PEOPLE = 3;
    private static final int MOST_LOOKS = 150;
    private static final int PEOPLE_IN_ONE_WEEK = 4;
    private static final int MOST_LOOKS_IN_ONE_WEEK = 1_000;
    private static final double NOTHING = 1e-7;

    private final Roster roster;
    private final Shortlist list;
    private final Dice dice;
    private final Attempt attempt;
    private final Group group;
    private final int mostLooks;
    private Task[] tasks = new Task[0];
    private int number;
    private double limit;
    private boolean found;
    private int looks;

    Regrouping(Roster roster, Dice dice) {
        this.roster = roster;
        this.dice = dice;
        list = roster.list;
        attempt = new Attempt(roster);
        var oneWeek = list.market().weeks == 1;
        group = new Group(roster, dice, oneWeek ? PEOPLE_IN_ONE_WEEK : PEOPLE);
        mostLooks = oneWeek ? MOST_LOOKS_IN_ONE_WEEK : MOST_LOOKS;
    }

    /** The looks that the last attempt took: its effort. */
    int looks() {
        return looks;
    }

    /** Whether the plan changed; at temperature 100 a loss of 100 points is taken about every third time. */
    boolean attempt(double temperature) {
        looks = 0;
        if (!group.gather()) {
            return false;
        }
        var patience = temperature * dice.patienceOfOne();
        limit = lost() + patience;
        sort();
        attempt.begin();
        for (var index = number - 1; index >= 0; index--) {
            tasks[index].atLeast = tasks[index].least + othersLoseAtLeast(index);
            attempt.set(tasks[index].place, Place.NONE);
        }
        found = false;
        search(0, 0);
        for (var index = 0; found && index < number; index++) {
            attempt.set(tasks[index].place, tasks[index].best);
        }
        if (found && attempt.gain() >= -patience) {
            return true;
        }
        attempt.undo();
        return false;
    }

    private double lost() {
        number = group.places();
        var lost = 0d;
        for (var index = 0; index < group.size(); index++) {
            lost += roster.lossOf(group.person(index));
        }
        for (var index = 0; index < number; index++) {
            lost += task(index).describe(group.place(index));
        }
        return lost;
    }

    private Task task(int index) {
        if (index == tasks.length) {
            tasks = Arrays.copyOf(tasks, index + 1);
            tasks[index] = new Task();
        }
        return tasks[index];
    }

    /** Those first that lose most when their first choice is not to be had. */
    private void sort() {
        for (var index = 1; index < number; index++) {
            var task = tasks[index];
            var at = index;
            while (at > 0 && tasks[at - 1].regret < task.regret) {
                tasks[at] = tasks[at - 1];
                at--;
            }
            tasks[at] = task;
        }
    }

    private double othersLoseAtLeast(int index) {
        return index + 1 < number ? tasks[index + 1].atLeast : 0;
    }

    private void search(int index, double lost) {
        if (index == number) {
            close(lost);
            return;
        }
        var task = tasks[index];
        var allowed = limit - NOTHING - othersLoseAtLeast(index);
        for (var option = 0; option < task.options; option++) {
            var choice = task.option[option];
            if (lost + list.loss[choice] >= allowed || ++looks > mostLooks) {
                break;
            }
            if (roster.fits(task.place, choice)) {
                task.now = choice;
                roster.put(task.place, choice);
                search(index + 1, lost + list.loss[choice]);
                roster.clear(task.place);
                allowed = limit - NOTHING - othersLoseAtLeast(index);
            }
        }
        if (lost + list.lossIfEmpty[task.place] < allowed && looks <= mostLooks) {
            task.now = Place.NONE;
            search(index + 1, lost + list.lossIfEmpty[task.place]);
        }
    }

    private void close(double lost) {
        var all = lost;
        for (var index = 0; index < group.size(); index++) {
            all += roster.lossOf(group.person(index));
        }
        if (all < limit - NOTHING && isAnotherPlan()) {
            limit = all;
            found = true;
            for (var index = 0; index < number; index++) {
                tasks[index].best = tasks[index].now;
            }
        }
    }

    private boolean isAnotherPlan() {
        for (var index = 0; index < number; index++) {
            if (tasks[index].now != tasks[index].before) {
                return true;
            }
        }
        return false;
    }

    /** A place to be given anew, and who of the group might take it, best first. */
    private final class Task {
        private final int[] option = new int[PEOPLE_IN_ONE_WEEK];
        private int options;
        private int place;
        private int before;
        private int now;
        private int best;
        private double least; // that it loses
        private double atLeast; // with those after it
        private double regret;

        /** What the place loses now. */
        double describe(int somePlace) {
            place = somePlace;
            before = roster.taken(place);
            options = 0;
            var end = list.first[place + 1];
            for (var choice = list.first[place]; choice < end && options < group.size(); choice++) {
                if (group.has(list.person[choice])) {
                    option[options++] = choice;
                }
            }
            least = lossOf(0);
            regret = lossOf(1) - least;
            return before == Place.NONE ? list.lossIfEmpty[place] : list.loss[before];
        }

        private double lossOf(int rank) {
            var empty = list.lossIfEmpty[place];
            return rank < options ? Math.min(empty, list.loss[option[rank]]) : empty;
        }
    }
}

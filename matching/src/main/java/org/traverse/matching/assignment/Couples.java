package org.traverse.matching.assignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.traverse.matching.assignment.Joint.Couple;

/** The move of two at once: both into some place, both away, or both somewhere else; one by one breaks the rule midway. */
final class Couples {

    /** A place with a listed choice of it. */
    private record Option(int place, int choice) {}

    private final Roster roster;
    private final Annealing annealing;
    private final Attempt attempt;
    private final Dice dice;
    private final List<Couple> couples;
    private final Map<Integer, List<Option>> options = new HashMap<>();

    Couples(Roster roster, Annealing annealing, Attempt attempt, Dice dice) {
        this.roster = roster;
        this.annealing = annealing;
        this.attempt = attempt;
        this.dice = dice;
        couples = roster.list.market().joint.couples();
        var coupled = couples.stream()
                .flatMap(couple -> Stream.of(couple.one(), couple.other()))
                .collect(Collectors.toSet());
        if (!coupled.isEmpty()) {
            IntStream.range(0, roster.places()).forEach(place -> list(place, coupled));
        }
    }

    private void list(int place, Set<Integer> coupled) {
        for (var choice = roster.list.first[place]; choice < roster.list.first[place + 1]; choice++) {
            var person = roster.list.person[choice];
            if (coupled.contains(person)) {
                options.computeIfAbsent(person, none -> new ArrayList<>()).add(new Option(place, choice));
            }
        }
    }

    boolean areThere() {
        return !couples.isEmpty();
    }

    /** Whether that was possible; what it changed is to be undone where not. */
    boolean move() {
        var couple = couples.get(dice.below(couples.size()));
        var inTheirWay = dice.oneIn(4) ? couples.get(dice.below(couples.size())) : couple;
        var left = Stream.of(couple.one(), couple.other(), inTheirWay.one(), inTheirWay.other())
                .distinct()
                .flatMapToInt(this::places)
                .toArray();
        var had = IntStream.of(left).map(roster::taken).toArray();
        for (var place : left) {
            attempt.set(place, Place.NONE);
        }
        if ((left.length == 0 || dice.oneIn(2)) && !(place(couple.one()) && place(couple.other()))) {
            return false;
        }
        for (var index = 0; index < left.length; index++) {
            if (roster.taken(left[index]) == Place.NONE
                    && !annealing.fillWithAnother(left[index], roster.list.person[had[index]])) {
                return false;
            }
        }
        return true;
    }

    private IntStream places(int person) {
        return IntStream.range(0, roster.count(person)).map(index -> roster.placeOf(person, index));
    }

    /** Into any place whose site suits the other, beginning anywhere. */
    private boolean place(int person) {
        var all = options.getOrDefault(person, List.of());
        var start = all.isEmpty() ? 0 : dice.below(all.size());
        for (var step = 0; step < all.size(); step++) {
            var option = all.get((start + step) % all.size());
            if (roster.suits(option.place(), person)) {
                return annealing.put(option.place(), option.choice());
            }
        }
        return false;
    }
}

package org.traverse.matching.staffing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Consumer;
import org.traverse.matching.assignment.Place;
import org.traverse.matching.assignment.Search;

/**
 * The search of one run, which every clone of its draft refers to. When the draft is not the one it gave last, because
 * the facts or a decision changed, it goes on from what that has.
 */
final class Improving {

    private final long seed;
    private final Consumer<Search> afterStep;
    private Numbers numbers;
    private Search search;
    private int[] given;
    private long steps;

    Improving(long seed, Consumer<Search> afterStep) {
        this.seed = seed;
        this.afterStep = afterStep;
    }

    /** How many there were; the solver takes every one of them. */
    long steps() {
        return steps;
    }

    Reassignment next(Draft draft) {
        steps++;
        if (search == null || !Arrays.equals(given, numbers.choices(draft))) {
            begin(draft);
        } else {
            search.step();
        }
        var better = towards(search.best().choices(), draft);
        afterStep.accept(search);
        return better;
    }

    private void begin(Draft draft) {
        numbers = Numbers.of(draft);
        given = numbers.choices(draft);
        var isNew = search == null && Arrays.stream(given).allMatch(choice -> choice == Place.NONE);
        search = isNew ? Search.of(numbers.market(), seed) : Search.from(numbers.market(), given, seed);
    }

    private Reassignment towards(int[] choices, Draft draft) {
        var seats = new ArrayList<Seat>();
        var candidates = new ArrayList<Candidate>();
        for (var seat : draft.seats()) {
            var choice = choices[seat.number()];
            if (choice != given[seat.number()]) {
                seats.add(seat);
                candidates.add(numbers.candidate(seat.number(), choice));
            }
        }
        given = choices;
        return new Reassignment(seats, candidates.toArray(Candidate[]::new));
    }
}

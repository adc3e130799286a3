package org.traverse.matching.staffing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
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
    private final BooleanSupplier ended;
    private Numbers numbers;
    private Search search;
    private int[] given;
    private long steps;

    /** @param ended asked now and then while a search begins */
    Improving(long seed, Consumer<Search> afterStep, BooleanSupplier ended) {
        this.seed = seed;
        this.afterStep = afterStep;
        this.ended = ended;
    }

    /** How many there were; the solver takes every one of them. One that was ended before the search began is none. */
    long steps() {
        return steps;
    }

    Reassignment next(Draft draft) {
        if (search == null || !Arrays.equals(given, numbers.choices(draft))) {
            try {
                begin(draft);
            } catch (CancellationException e) {
                return new Reassignment(List.of(), new Candidate[0]);
            }
        } else {
            search.step();
        }
        steps++;
        var better = towards(search.best().choices(), draft);
        afterStep.accept(search);
        return better;
    }

    private void begin(Draft draft) {
        var now = Numbers.of(draft);
        var choices = now.choices(draft);
        var isNew = search == null && Arrays.stream(choices).allMatch(choice -> choice == Place.NONE);
        search = isNew ? Search.of(now.market(), seed, ended) : Search.from(now.market(), choices, seed, ended);
        numbers = now;
        given = choices;
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

package org.traverse.matching.staffing;

import static java.util.Comparator.comparing;

import java.util.Comparator;

/** The fewer may take a seat, the harder it is to fill; construction begins with the hardest. */
public class HardestLast implements Comparator<Seat> { // public: the solver creates it

    private static final Comparator<Seat> BY_CANDIDATES =
            comparing((Seat seat) -> -seat.eligible().size()).thenComparing(seat -> -seat.number());

    @Override
    public int compare(Seat one, Seat other) {
        return BY_CANDIDATES.compare(one, other);
    }
}

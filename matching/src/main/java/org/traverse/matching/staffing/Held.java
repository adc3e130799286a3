package org.traverse.matching.staffing;

import java.util.UUID;

/**
 * Somebody who has a seat already, because it was agreed or an earlier plan proposed it, and whose commitments leave it out.
 * Pinned, they keep it whatever else could be done with it, and though they may not be eligible any more. Else it has to gain
 * {@link org.traverse.matching.fit.Policy#stability} points of fit to put another there.
 */
public record Held(SeatToFill seat, UUID person, boolean pinned) {

    public Held {
        if (seat == null) {
            throw new IllegalArgumentException("seat is missing");
        }
        if (person == null) {
            throw new IllegalArgumentException("person is missing");
        }
    }

    Pairing pairing() {
        return new Pairing(person, seat.work());
    }
}

package org.traverse.matching.staffing;

import java.util.UUID;
import org.traverse.matching.facts.Checked;

/**
 * Somebody who has a seat already, because it was agreed or an earlier plan proposed it, and whose commitments leave it out.
 * Pinned, they keep it whatever else could be done with it, and though they may not be eligible any more. Else it has to gain
 * {@link org.traverse.matching.fit.Policy#stability} points of fit to put another there.
 */
public record Held(SeatToFill seat, UUID person, boolean pinned) {

    public Held {
        Checked.present("seat", seat);
        Checked.present("person", person);
    }

    Pairing pairing() {
        return new Pairing(person, seat.work());
    }
}

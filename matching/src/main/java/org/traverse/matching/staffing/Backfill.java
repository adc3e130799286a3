package org.traverse.matching.staffing;

import java.util.UUID;
import org.traverse.matching.facts.Checked;

/**
 * A seat that is to be backfilled: while it is empty, its holder takes no seat but those they hold on such terms. It binds
 * nobody who may not have the seat any more, and nobody whose other seats are pinned to leave those.
 */
public record Backfill(SeatToFill seat, UUID holder) {

    public Backfill {
        Checked.present("seat", seat);
        Checked.present("holder", holder);
    }
}

package org.traverse.matching.careerpath;

import java.util.UUID;
import org.traverse.matching.facts.Checked;

/**
 * How many people went from one role to another. A count so small that it tells whose move it was is better left out.
 */
public record Moves(UUID from, UUID to, int people) {
    public Moves {
        Checked.present("from", from);
        Checked.present("to", to);
        if (from.equals(to)) {
            throw new IllegalArgumentException("a move leads from role " + from + " to itself");
        }
        Checked.between("people who went from role " + from + " to " + to, people, 0, 1_000_000_000);
    }
}

package org.traverse.matching.staffing;

import java.util.UUID;
import org.traverse.matching.facts.Checked;

/**
 * One open seat of some work; the number, from 1, tells it from the work's other seats. A seat of priority 2 is worth two
 * of priority 1 when not all can be filled.
 */
public record SeatToFill(UUID work, int number, int priority) {

    private static final int MOST_PRIORITY = 1000;

    public SeatToFill {
        Checked.present("work", work);
        if (number < 1) {
            throw new IllegalArgumentException("seat number is " + number + ", but must be at least 1");
        }
        Checked.between("the priority of seat " + number, priority, 1, MOST_PRIORITY);
    }

    public SeatToFill(UUID work, int number) {
        this(work, number, 1);
    }
}

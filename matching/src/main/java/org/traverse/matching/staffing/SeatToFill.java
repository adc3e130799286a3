package org.traverse.matching.staffing;

import java.util.UUID;

/** One open seat of some work; the number, from 1, tells it from the work's other seats. */
public record SeatToFill(UUID work, int number) {

    public SeatToFill {
        if (work == null) {
            throw new IllegalArgumentException("work is missing");
        }
        if (number < 1) {
            throw new IllegalArgumentException("seat number is " + number + ", but must be at least 1");
        }
    }
}

package org.traverse.matching.staffing;

import java.util.stream.IntStream;
import org.traverse.matching.staffing.Organisation.OpenSeat;

/** The hours that somebody has left in each week, and how many seats they took, as one number. */
final class Room {

    private static final double MOST_DIGITS = Math.log(Long.MAX_VALUE / 10_000d); // beside those of the seats

    private final int[] hours;
    private final long[] digit; // of a week, then of the seats taken

    Room(int[] hours) {
        if (IntStream.of(hours).mapToDouble(most -> Math.log(most + 1)).sum() > MOST_DIGITS) {
            throw new IllegalArgumentException("too many hours and weeks for a bound of bundles: --bound-seconds 0");
        }
        this.hours = hours;
        digit = new long[hours.length + 1];
        digit[0] = 1;
        for (var week = 0; week < hours.length; week++) {
            digit[week + 1] = digit[week] * (hours[week] + 1);
        }
    }

    long all() {
        return IntStream.range(0, hours.length)
                .mapToLong(week -> hours[week] * digit[week])
                .sum();
    }

    /** What weeks before this one have left is the same to all that is yet to come. */
    long from(int week, long room) {
        return room - room % digit[week];
    }

    boolean holds(long room, OpenSeat seat) {
        for (var week = seat.from(); week < seat.until(); week++) {
            if (room / digit[week] % (hours[week] + 1) < seat.hoursPerWeek()) {
                return false;
            }
        }
        return true;
    }

    long without(long room, OpenSeat seat) {
        var taken = 0L;
        for (var week = seat.from(); week < seat.until(); week++) {
            taken += seat.hoursPerWeek() * digit[week];
        }
        return room - taken + digit[hours.length];
    }

    int seats(long room) {
        return (int) (room / digit[hours.length]);
    }
}

package org.traverse.matching.staffing;

import java.util.HashSet;
import java.util.List;

/**
 * A stored instance: people with the hours they have free in each week, and seats of gigs with the weeks (without {@code
 * until}), hours a week, priority and the fit of each person who may take them. A person's n-th seat costs {@code spread *
 * (2n - 1)} points, and nobody takes two seats of one gig.
 */
record Organisation(int weeks, int spread, List<Member> people, List<OpenSeat> seats) {

    /** Hours free in each week; the place in the list is the person's number. */
    record Member(int[] hours) {}

    record OpenSeat(int gig, int from, int until, int hoursPerWeek, int priority, List<Possible> candidates) {}

    record Possible(int person, int fit) {}

    long totalPriority() {
        return seats.stream().mapToLong(OpenSeat::priority).sum();
    }

    /** The same, but that fit is the priority filled, times {@code points}: a bound of this fit is one of what can be filled. */
    Organisation countingPriority(int points) {
        var counting = seats.stream()
                .map(seat -> new OpenSeat(
                        seat.gig,
                        seat.from,
                        seat.until,
                        seat.hoursPerWeek,
                        seat.priority,
                        seat.candidates.stream()
                                .map(candidate -> new Possible(candidate.person, points * seat.priority))
                                .toList()))
                .toList();
        return new Organisation(weeks, 0, people, counting);
    }

    /** What a plan comes to, counted from these numbers alone; person NOBODY leaves a seat empty. */
    Outcome outcome(int[] plan) {
        var used = new int[people.size()][weeks];
        var has = new int[people.size()];
        var pairs = new HashSet<List<Integer>>();
        var feasible = true;
        var filled = 0L;
        var fit = 0L;
        for (var number = 0; number < plan.length; number++) {
            var person = plan[number];
            if (person != NOBODY) {
                var seat = seats.get(number);
                var points = seat.candidates().stream()
                        .filter(candidate -> candidate.person() == person)
                        .mapToInt(Possible::fit)
                        .findFirst();
                feasible &= points.isPresent() && pairs.add(List.of(person, seat.gig()));
                for (var week = seat.from(); week < seat.until(); week++) {
                    used[person][week] += seat.hoursPerWeek();
                    feasible &= used[person][week] <= people.get(person).hours()[week];
                }
                filled += seat.priority();
                fit += points.orElse(0) - spread * (2L * has[person]++ + 1);
            }
        }
        return new Outcome(feasible, filled, fit);
    }

    record Outcome(boolean feasible, long filled, long fit) {}

    static final int NOBODY = -1;
}

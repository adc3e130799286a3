package org.traverse.matching.staffing;

import java.util.List;
import java.util.UUID;
import org.traverse.matching.facts.Person;

/** A person as the solver sees them; compared by identity, because it does so millions of times. */
final class Candidate {

    private final Person person;
    private final int spread;
    private final int pinned;

    /** @param pinned how many seats they have that nobody may take from them */
    Candidate(Person person, int spread, int pinned) {
        this.person = person;
        this.spread = spread;
        this.pinned = pinned;
    }

    /** The points that so many more seats for one person cost, where they might have gone to several. */
    long costOf(int seats) {
        return (long) spread * seats * (seats + 2L * pinned);
    }

    int pinned() {
        return pinned;
    }

    Person person() {
        return person;
    }

    UUID id() {
        return person.id();
    }

    /** By how many hours the fullest ISO week would be too full with all of these seats. */
    int hoursOver(List<Seat> seats) {
        return person.hoursOver(seats.stream().map(Seat::hours).toList());
    }

    @Override
    public String toString() {
        return person.id().toString();
    }
}

package org.traverse.matching.staffing;

import java.util.UUID;

/** A person and some work, whatever they have to do with each other. */
public record Pairing(UUID person, UUID work) {

    public Pairing {
        if (person == null) {
            throw new IllegalArgumentException("person is missing");
        }
        if (work == null) {
            throw new IllegalArgumentException("work is missing");
        }
    }
}

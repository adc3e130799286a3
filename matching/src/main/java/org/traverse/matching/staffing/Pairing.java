package org.traverse.matching.staffing;

import java.util.UUID;
import org.traverse.matching.facts.Checked;

/** A person and some work, whatever they have to do with each other. */
public record Pairing(UUID person, UUID work) {

    public Pairing {
        Checked.present("person", person);
        Checked.present("work", work);
    }
}

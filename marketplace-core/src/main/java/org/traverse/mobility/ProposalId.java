package org.traverse.mobility;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One proposal of a plan: this person for that seat. */
public record ProposalId(@JsonValue UUID value) {
    public static ProposalId random() {
        return new ProposalId(UUID.randomUUID());
    }

    /** The stream name in the event store. */
    @Override
    public String toString() {
        return value.toString();
    }
}

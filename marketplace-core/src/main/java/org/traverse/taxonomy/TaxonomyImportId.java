package org.traverse.taxonomy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One archive brought in. */
public record TaxonomyImportId(@JsonValue UUID value) {
    public static TaxonomyImportId random() {
        return new TaxonomyImportId(UUID.randomUUID());
    }

    /** The stream name in the event store. */
    @Override
    public String toString() {
        return value.toString();
    }
}

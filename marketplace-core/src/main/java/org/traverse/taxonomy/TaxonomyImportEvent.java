package org.traverse.taxonomy;

import java.time.Instant;
import org.traverse.EventName;

/** The life of an import. Stored for ever: add, never edit. */
public sealed interface TaxonomyImportEvent {
    TaxonomyImportId id();

    @EventName("taxonomy-import.begun")
    record ImportBegun(TaxonomyImportId id, String scheme, String file, String sha256, int total, Instant at)
            implements TaxonomyImportEvent {}

    @EventName("taxonomy-import.advanced")
    record ImportAdvanced(TaxonomyImportId id, int done) implements TaxonomyImportEvent {}

    @EventName("taxonomy-import.finished")
    record ImportFinished(TaxonomyImportId id, Instant at) implements TaxonomyImportEvent {}

    @EventName("taxonomy-import.failed")
    record ImportFailed(TaxonomyImportId id, String reason, Instant at) implements TaxonomyImportEvent {}
}

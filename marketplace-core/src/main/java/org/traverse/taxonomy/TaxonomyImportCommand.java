package org.traverse.taxonomy;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of an import. It counts concepts: skills and roles. */
public sealed interface TaxonomyImportCommand {
    /** @param sha256 of the archive, in hexadecimal */
    record BeginImport(
            @TargetAggregateIdentifier TaxonomyImportId id, String scheme, String file, String sha256, int total)
            implements TaxonomyImportCommand {}

    record AdvanceImport(@TargetAggregateIdentifier TaxonomyImportId id, int done) implements TaxonomyImportCommand {}

    record FailImport(@TargetAggregateIdentifier TaxonomyImportId id, String reason) implements TaxonomyImportCommand {}
}

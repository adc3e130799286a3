package org.traverse.taxonomy;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.Bounds;

/** Everything one can ask of an import. It counts concepts: skills and roles. */
public sealed interface TaxonomyImportCommand {
    /** @param sha256 of the archive, in hexadecimal */
    record BeginImport(
            @TargetAggregateIdentifier TaxonomyImportId id, String scheme, String file, String sha256, int total)
            implements TaxonomyImportCommand {
        public BeginImport {
            scheme = Bounds.text("scheme", scheme, 200);
            file = Bounds.text("file", file, 200);
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("sha256 is not 64 hexadecimal digits");
            }
            Bounds.number("total", total, 1, 1_000_000);
        }
    }

    record AdvanceImport(@TargetAggregateIdentifier TaxonomyImportId id, int done) implements TaxonomyImportCommand {}

    record FailImport(@TargetAggregateIdentifier TaxonomyImportId id, String reason) implements TaxonomyImportCommand {
        public FailImport {
            reason = Bounds.reason(reason);
        }
    }
}

package org.traverse.taxonomy;

/** Why an import cannot go on, however often it is tried. */
class TaxonomyImportFailed extends RuntimeException {
    TaxonomyImportFailed(String reason) {
        super(reason);
    }
}

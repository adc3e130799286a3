package org.traverse.taxonomy;

import java.util.List;

/** One of the tables an import needs: which columns, and what becomes of a row. */
interface OnetTable {
    String file();

    List<String> columns();

    /** @throws OnetMalformed when this row cannot be used */
    void read(OnetRow row);
}

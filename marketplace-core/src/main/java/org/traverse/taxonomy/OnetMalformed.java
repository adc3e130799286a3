package org.traverse.taxonomy;

/** What is wrong with the row being read. Thrown up to the reader of the table, which knows file and row. */
class OnetMalformed extends RuntimeException {
    OnetMalformed(String message) {
        super(message, null, false, false); // a hostile table has millions of bad rows: no stack traces
    }
}

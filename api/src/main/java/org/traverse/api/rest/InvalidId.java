package org.traverse.api.rest;

/** Something that stands in an address where an id should be. */
class InvalidId extends IllegalArgumentException {
    InvalidId() {
        super("is not an id (a UUID)");
    }
}

package org.traverse.api.rest;

/** A parameter or a field of a body that cannot be right whatever else is said. */
class InvalidField extends IllegalArgumentException {
    private final String field;

    InvalidField(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }
}

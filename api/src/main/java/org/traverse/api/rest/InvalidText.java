package org.traverse.api.rest;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A text with characters that no text has. */
class InvalidText extends DatabindException {
    private final String why;

    InvalidText(JsonParser at, String why) {
        super(at, why);
        this.why = why;
    }

    String why() {
        return why;
    }
}

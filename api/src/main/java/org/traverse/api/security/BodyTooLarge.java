package org.traverse.api.security;

import java.io.IOException;

/** A body turned out to be larger than any that is expected. */
public class BodyTooLarge extends IOException {
    static final String MESSAGE = "the body may have at most " + (BodyLimit.MOST >> 20) + " MiB";

    BodyTooLarge() {
        super(MESSAGE);
    }
}

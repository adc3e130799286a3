package org.traverse.eventstore;

import tools.jackson.databind.node.ObjectNode;

/**
 * Brings an event as it was once stored to its next revision. Found by its type, made without arguments, and kept for
 * ever, as what is stored is.
 */
public interface Upcast {
    /** The stored name, such as {@code gig.published}. */
    String event();

    /** The revision it reads; it returns the next one. */
    int revision();

    /** @param stored may be changed and returned */
    ObjectNode next(ObjectNode stored);
}

package org.traverse.eventstore;

/** A stored event that cannot be read: of a name or a revision unknown here, or malformed. Says which, never its values. */
class UnreadableEvent extends RuntimeException {
    UnreadableEvent(String message) {
        super(message);
    }
}

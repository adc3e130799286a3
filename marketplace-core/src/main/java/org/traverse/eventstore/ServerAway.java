package org.traverse.eventstore;

/** A server that all handling of events needs does not answer now. No event is at fault: all of them wait. */
public class ServerAway extends RuntimeException {
    public ServerAway(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.traverse.api.demo;

import java.util.Optional;

/**
 * One command to send.
 *
 * @param leaves the trace by which one sees that it was sent before, for a command that may not be sent twice
 */
record Step(Object command, Optional<Trace> leaves) {

    /** An event in the stream of one aggregate. */
    record Trace(String aggregate, Class<?> event) {
        static Trace of(Object aggregate, Class<?> event) {
            return new Trace(aggregate.toString(), event);
        }
    }

    /** For a command that changes nothing when it is sent again. */
    static Step repeatable(Object command) {
        return new Step(command, Optional.empty());
    }

    static Step once(Object command, Object aggregate, Class<?> leaves) {
        return new Step(command, Optional.of(Trace.of(aggregate, leaves)));
    }
}

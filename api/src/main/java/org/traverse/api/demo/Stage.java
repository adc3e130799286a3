package org.traverse.api.demo;

import java.util.List;
import org.traverse.api.demo.Step.Trace;

/**
 * What can be sent at the same time.
 *
 * @param chains each in its own order, whatever the others do
 * @param awaited what must have followed by itself before the next stage
 */
record Stage(List<List<Step>> chains, List<Trace> awaited) {
    static Stage of(List<List<Step>> chains) {
        return new Stage(chains, List.of());
    }
}

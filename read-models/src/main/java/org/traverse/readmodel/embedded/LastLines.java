package org.traverse.readmodel.embedded;

import java.util.ArrayDeque;
import java.util.Deque;

/** The end of what a server says: enough to tell why it ended. */
final class LastLines {
    private final Deque<String> lines = new ArrayDeque<>();
    private final int limit;

    LastLines(int limit) {
        this.limit = limit;
    }

    synchronized void add(String line) {
        lines.add(line);
        if (lines.size() > limit) {
            lines.poll();
        }
    }

    @Override
    public synchronized String toString() {
        return String.join("\n", lines);
    }
}

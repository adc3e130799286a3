package org.traverse.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Commits together what concurrent commands have decided: whatever comes while one group is being committed waits, and is
 * the next group. The disk is flushed once for all of them.
 *
 * <p>A group is closed before its first INSERT, so that its transaction is younger than all that its commands have read.
 * A command that has lost a race fails alone, and none is answered before its events are durable.
 */
class CommitGroup {
    private static final int ENOUGH_EVENTS = 1_000;

    private static final class Waiting {
        private final Append append;
        private final Thread caller = Thread.currentThread();
        private volatile boolean answered;
        private RuntimeException failure;

        Waiting(Append append) {
            this.append = append;
        }

        void isAnswered(RuntimeException failure) {
            this.failure = failure;
            answered = true;
            LockSupport.unpark(caller);
        }
    }

    private final EventRows rows;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore turn = new Semaphore(1);

    CommitGroup(EventRows rows) {
        this.rows = rows;
    }

    /** Returns when it is committed: by this thread, for all that wait, if it is nobody else's turn. */
    void commit(Append append) {
        var waiting = new Waiting(append);
        queue.add(waiting);
        boolean interrupted = false;
        while (!waiting.answered) {
            interrupted |= Thread.interrupted(); // not to be the failure of others
            if (!turn.tryAcquire()) {
                LockSupport.park(this);
                continue;
            }
            try {
                commitWhatWaits();
            } finally {
                turn.release();
                Waiting next = queue.peek();
                if (next != null) {
                    LockSupport.unpark(next.caller);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (waiting.failure != null) {
            throw EventRows.explained(waiting.failure, append);
        }
    }

    private void commitWhatWaits() {
        List<Waiting> group = new ArrayList<>();
        int events = 0;
        for (Waiting next; events < ENOUGH_EVENTS && (next = queue.poll()) != null; ) {
            group.add(next);
            events += next.append.rows().size();
        }
        if (!group.isEmpty()) {
            commit(group);
        }
    }

    private void commit(List<Waiting> group) {
        try {
            List<Boolean> stored =
                    rows.insert(group.stream().map(waiting -> waiting.append).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i)
                        .isAnswered(stored.get(i) ? null : group.get(i).append.lostRace());
            }
        } catch (RuntimeException e) {
            if (group.size() > 1 && EventRows.isOfOneOnly(e)) {
                group.forEach(waiting -> commit(List.of(waiting)));
            } else {
                group.forEach(waiting -> waiting.isAnswered(e));
            }
        } catch (Error e) { // thrown on, it would leave the others waiting for ever
            var failure = new IllegalStateException("It is not known whether it was committed", e);
            group.forEach(waiting -> waiting.isAnswered(failure));
        }
    }
}

package org.traverse.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.traverse.eventstore.Append.Outcome;

/**
 * Commits together what concurrent commands have decided: whatever comes while one group is being committed waits, and is
 * the next group. The disk is flushed once for all of them.
 *
 * <p>A group is closed before its first INSERT, so that its transaction is younger than all that its commands have read.
 * A command that has lost a race fails alone, and none is answered before its events are durable.
 */
class CommitGroup implements AutoCloseable {
    private static final int ENOUGH_EVENTS = 1_000;

    private record Waiting(Append append, CompletableFuture<Void> committed) {
        void isAnswered(Outcome outcome) {
            if (outcome == Outcome.STORED) {
                committed.complete(null);
            } else {
                committed.completeExceptionally(append.lostRace());
            }
        }
    }

    private final EventRows rows;
    private final PlatformTransactionManager transactions;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ExecutorService committer =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "event-commit"));

    CommitGroup(EventRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /** Returns when it is committed. */
    void commit(Append append) {
        var waiting = new Waiting(append, new CompletableFuture<>());
        queue.add(waiting);
        committer.execute(this::commitWhatWaits);
        try {
            waiting.committed.join();
        } catch (CompletionException e) {
            throw EventRows.explained((RuntimeException) e.getCause(), append);
        }
    }

    private void commitWhatWaits() {
        List<Waiting> group = new ArrayList<>();
        int events = 0;
        for (Waiting next; events < ENOUGH_EVENTS && (next = queue.poll()) != null; ) {
            group.add(next);
            events += next.append.rows().size();
        }
        commit(group);
    }

    private void commit(List<Waiting> group) {
        List<Waiting> unanswered = group;
        while (!unanswered.isEmpty()) {
            try {
                unanswered = attempt(unanswered);
            } catch (RuntimeException e) {
                unanswered.forEach(waiting -> waiting.committed.completeExceptionally(e));
                return;
            }
        }
    }

    /** Those that have to be tried again. */
    private List<Waiting> attempt(List<Waiting> group) {
        TransactionStatus transaction = transactions.getTransaction(TransactionDefinition.withDefaults());
        List<Outcome> outcomes;
        try {
            outcomes = rows.insert(group.stream().map(Waiting::append).toList());
        } catch (RuntimeException e) {
            transactions.rollback(transaction);
            if (group.size() > 1 && isOfOneOnly(e)) {
                group.forEach(waiting -> commit(List.of(waiting)));
                return List.of();
            }
            throw e;
        }
        if (!outcomes.contains(Outcome.TORN)) {
            transactions.commit(transaction);
            answer(group, outcomes);
            return List.of();
        }
        transactions.rollback(transaction);
        List<Waiting> again = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            if (outcomes.get(i) == Outcome.STORED) {
                again.add(group.get(i));
            } else {
                group.get(i).isAnswered(outcomes.get(i));
            }
        }
        return again;
    }

    private static boolean isOfOneOnly(RuntimeException e) {
        return e instanceof DataIntegrityViolationException || e instanceof ConcurrencyFailureException;
    }

    private static void answer(List<Waiting> group, List<Outcome> outcomes) {
        for (int i = 0; i < group.size(); i++) {
            group.get(i).isAnswered(outcomes.get(i));
        }
    }

    @Override
    public void close() {
        committer.shutdown();
    }
}

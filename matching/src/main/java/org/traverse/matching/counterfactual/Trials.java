package org.traverse.matching.counterfactual;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.traverse.matching.staffing.Proposal;
import org.traverse.matching.staffing.StaffingReplay;

/** Staffings again, two at a time: which is the first to give what is sought does not depend on how fast each of them is. */
final class Trials {

    /** @param number of those that came before */
    record Found(int number, List<Proposal> proposals) {}

    private record Trial(StaffingReplay replay, Future<Optional<List<Proposal>>> result) {}

    private static final int AT_ONCE = 2;

    private final Set<StaffingReplay> underWay = new HashSet<>();
    private boolean stopped;

    /**
     * @param from what is tried, in its order
     * @param sought whether it is in the proposals of one that was tried
     * @throws CancellationException when it was stopped, or this thread interrupted
     */
    <T> Optional<Found> first(List<T> from, Function<T, StaffingReplay> trial, BiPredicate<T, List<Proposal>> sought) {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        Queue<Trial> begun = new ArrayDeque<>();
        try {
            for (var number = 0; number < from.size(); number++) {
                for (var next = number + begun.size(); begun.size() < AT_ONCE && next < from.size(); next++) {
                    begun.add(begin(threads, trial.apply(from.get(next))));
                }
                var proposals = result(begun.remove());
                if (sought.test(from.get(number), proposals)) {
                    return Optional.of(new Found(number, proposals));
                }
            }
            return Optional.empty();
        } finally {
            begun.forEach(each -> {
                each.replay().stop();
                forget(each.replay());
            });
            threads.shutdown();
        }
    }

    /** From any thread, and for good. */
    synchronized void stop() {
        stopped = true;
        underWay.forEach(StaffingReplay::stop);
    }

    private synchronized Trial begin(ExecutorService threads, StaffingReplay replay) {
        underWay.add(replay);
        if (stopped) {
            replay.stop();
        }
        return new Trial(replay, threads.submit(replay::proposals));
    }

    private List<Proposal> result(Trial trial) {
        try {
            return trial.result()
                    .get()
                    .orElseThrow(() -> new CancellationException("stopped before there was an answer"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            trial.replay().stop();
            throw new CancellationException("interrupted before there was an answer");
        } catch (ExecutionException e) {
            throw new IllegalStateException("staffing again failed", e.getCause());
        } finally {
            forget(trial.replay());
        }
    }

    private synchronized void forget(StaffingReplay replay) {
        underWay.remove(replay);
    }
}

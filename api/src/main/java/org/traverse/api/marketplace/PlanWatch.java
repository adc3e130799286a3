package org.traverse.api.marketplace;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import org.traverse.readmodel.planboard.PlanBoard;
import org.traverse.readmodel.planboard.PlanBoard.State;

/** Tells whoever looks on how a run gets better, on whichever node it is solved. */
@Component
public class PlanWatch {
    /** What is known of a plan's newest run at one moment. */
    public record Snapshot(UUID plan, State state, long elapsedMs, int filled, int seats, long fit) {
        public boolean isOver() {
            return state != State.RUNNING;
        }
    }

    private static final long TICK_MS = 300;
    private static final long LONGEST_MS = TimeUnit.MINUTES.toMillis(30);

    private final PlanBoard plans;
    private final PlanProgress progress;
    private final ScheduledExecutorService ticker = Executors.newScheduledThreadPool(2);

    PlanWatch(PlanBoard plans, PlanProgress progress) {
        this.plans = plans;
        this.progress = progress;
    }

    /** Events {@code progress} whenever something changes, then {@code done}; each carries what {@code as} makes of it. */
    public SseEmitter of(UUID plan, Function<Snapshot, ?> as) {
        var emitter = new SseEmitter(LONGEST_MS);
        var watching = new Watching(plan, as, emitter);
        emitter.onCompletion(watching::end);
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> watching.end());
        ticker.execute(watching::tick);
        return emitter;
    }

    public Snapshot now(UUID plan) {
        var found = plans.find(plan).orElseThrow();
        var run = found.run() == null
                ? null
                : progress.of(found.run()).orElse(new PlanProgress.Progress(found.run(), 0, 0, 0, 0));
        return run == null
                ? new Snapshot(plan, found.state(), 0, 0, 0, 0)
                : new Snapshot(plan, found.state(), run.elapsedMs(), run.filled(), run.seats(), run.fit());
    }

    @PreDestroy
    void close() {
        ticker.shutdownNow();
    }

    private final class Watching {
        private final UUID plan;
        private final Function<Snapshot, ?> as;
        private final SseEmitter emitter;
        private Snapshot last;
        private volatile boolean ended;

        Watching(UUID plan, Function<Snapshot, ?> as, SseEmitter emitter) {
            this.plan = plan;
            this.as = as;
            this.emitter = emitter;
        }

        void end() {
            ended = true;
        }

        /** Asks for the next one itself: an emitter completed before it is in use never tells that it was. */
        void tick() {
            if (ended) {
                return;
            }
            try {
                Snapshot now = now(plan);
                if (!now.equals(last)) {
                    last = now;
                    emitter.send(event(now));
                }
                if (now.isOver()) {
                    emitter.complete();
                } else {
                    ticker.schedule(this::tick, TICK_MS, TimeUnit.MILLISECONDS);
                }
            } catch (IOException | RuntimeException e) { // most often, whoever looked on has gone
                emitter.completeWithError(e);
            }
        }

        private SseEventBuilder event(Snapshot now) {
            return SseEmitter.event().name(now.isOver() ? "done" : "progress").data(as.apply(now));
        }
    }
}

package org.traverse.api.inquiry;

import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.Task;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.traverse.PatientTask;
import org.traverse.api.inquiry.Inquiries.Inquiry;
import org.traverse.api.inquiry.Inquiries.State;

/** Answers an inquiry on one node, and from the beginning on another when that one dies. */
@Configuration(proxyBeanMethods = false)
class InquiryJob {
    private static final int MOST_RETRIES = 3;
    private static final long TICK_MS = 300;
    private static final Logger LOG = LoggerFactory.getLogger(InquiryJob.class);

    private final Runs runs;
    /** A provider: inquiries need the scheduler, which needs this job first. */
    private final ObjectProvider<Inquiries> inquiries;

    InquiryJob(Runs runs, ObjectProvider<Inquiries> inquiries) {
        this.runs = runs;
        this.inquiries = inquiries;
    }

    @Bean
    Task<Void> runInquiryTask() {
        return PatientTask.of(
                Inquiries.TASK,
                MOST_RETRIES,
                this::run,
                (id, e) -> running(id).ifPresent(inquiry -> end(inquiry, State.FAILED, Optional.empty())));
    }

    private Optional<Inquiry> running(UUID id) {
        return inquiries.getObject().find(id).filter(each -> each.state() == State.RUNNING);
    }

    /** @return false when this node is being stopped: another begins it anew */
    private boolean run(UUID id, SchedulerState node) {
        return running(id).map(inquiry -> run(inquiry, node)).orElse(true);
    }

    private boolean run(Inquiry inquiry, SchedulerState node) {
        try {
            end(inquiry, State.DONE, Optional.of(answer(inquiry, node)));
        } catch (NotReplayable e) {
            end(inquiry, State.DONE, Optional.of(Answer.notPossible(e)));
        } catch (CancellationException e) {
            if (!inquiries.getObject().isStopRequested(inquiry.id())) {
                return false;
            }
            end(inquiry, State.STOPPED, Optional.empty());
        }
        return true;
    }

    private void end(Inquiry inquiry, State state, Optional<Answer> answer) {
        inquiries.getObject().end(inquiry, state, answer);
    }

    private Answer answer(Inquiry inquiry, SchedulerState node) {
        var rerun = new Rerun(runs.finished(inquiry.plan(), inquiry.run()));
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
        try {
            ticker.scheduleWithFixedDelay(
                    () -> stopIfAsked(inquiry.id(), rerun, node), 0, TICK_MS, TimeUnit.MILLISECONDS);
            return inquiry.person() == null
                    ? new Answer(null, rerun.replay(), null)
                    : new Answer(null, null, rerun.explain(inquiry.person()));
        } finally {
            ticker.shutdownNow();
        }
    }

    private void stopIfAsked(UUID id, Rerun rerun, SchedulerState node) {
        try {
            if (node.isShuttingDown() || inquiries.getObject().isStopRequested(id)) {
                rerun.stop();
            }
        } catch (RuntimeException e) { // thrown on, it would be the last look
            LOG.warn("inquiry {} goes on, though for now nobody can stop it", id, e);
        }
    }
}

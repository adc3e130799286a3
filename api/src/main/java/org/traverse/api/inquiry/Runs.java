package org.traverse.api.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.staffing.Staffing;
import org.traverse.matching.staffing.StaffingProblem;
import org.traverse.mobility.PlanDecisions;
import org.traverse.mobility.PlanEvent;
import org.traverse.mobility.PlanEvent.RunFailed;
import org.traverse.mobility.PlanEvent.RunFinished;
import org.traverse.mobility.PlanEvent.RunRecorded;
import org.traverse.mobility.PlanEvent.RunTakenOver;
import org.traverse.mobility.PlanResult;
import org.traverse.mobility.RunRecord;

/** Finished runs as the events of their plans tell them. */
@Component
public class Runs {
    /** Everything it takes to run it again, and what came of it then. */
    record Finished(List<StaffingProblem> problems, List<Long> steps, PlanResult result) {}

    private final EventStore events;
    private final RunInputs inputs;

    Runs(EventStore events, RunInputs inputs) {
        this.events = events;
        this.inputs = inputs;
    }

    /** What the newest finished run of this plan proposed; nothing before the first. */
    public List<PlanResult.Proposal> earlierProposals(UUID plan) {
        return events(plan, RunFinished.class)
                .reduce((earlier, later) -> later)
                .map(newest -> newest.result().proposals())
                .orElse(List.of());
    }

    /** The one that counts, as far as the plan was told. */
    public RunAttempt newestAttempt(UUID plan, UUID run) {
        int number = events(plan, RunTakenOver.class)
                .filter(taken -> taken.run().equals(run))
                .mapToInt(RunTakenOver::attempt)
                .max()
                .orElse(1);
        return new RunAttempt(plan, run, number);
    }

    /** What has been decided beforehand about the next runs of this plan. */
    public PlanDecisions decisions(UUID plan) {
        var decisions = new PlanDecisions();
        events(plan, PlanEvent.class).forEach(decisions::on);
        return decisions;
    }

    /** Whether this run has finished or failed already. */
    public boolean hasEnded(UUID plan, UUID run) {
        return events(plan, PlanEvent.class)
                .anyMatch(event -> event instanceof RunFinished finished
                                && finished.run().equals(run)
                        || event instanceof RunFailed failed && failed.run().equals(run));
    }

    private <E> Stream<E> events(UUID plan, Class<E> type) {
        return events.readEvents(plan.toString())
                .asStream()
                .map(Message::getPayload)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** @throws NotReplayable when it can be run no more as it was, with the reason */
    Finished finished(UUID plan, UUID run) {
        var result = events(plan, RunFinished.class)
                .filter(finished -> finished.run().equals(run))
                .findFirst()
                .orElseThrow(() -> new NotReplayable("it has not finished", null))
                .result();
        var made = events(plan, RunRecorded.class)
                .filter(recorded -> recorded.run().equals(run))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new NotReplayable("it is older than the records of runs", null))
                .record();
        same("engine", made.engine(), Staffing.ENGINE);
        same("fit", made.fit(), Fit.VERSION);
        same("seed", String.valueOf(made.seed()), String.valueOf(Staffing.SEED));
        var problems = new ArrayList<StaffingProblem>();
        for (RunRecord.Stage stage : made.stages()) {
            problems.add(inputs.of(run, problems.size(), stage.input()));
        }
        return new Finished(
                problems, made.stages().stream().map(RunRecord.Stage::steps).toList(), result);
    }

    private static void same(String what, String then, String now) {
        if (!then.equals(now)) {
            throw new NotReplayable("it was made with " + what + " " + then + ", and this is " + now, null);
        }
    }
}

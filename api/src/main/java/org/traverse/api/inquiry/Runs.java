package org.traverse.api.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.staffing.Staffing;
import org.traverse.matching.staffing.StaffingProblem;
import org.traverse.mobility.PlanEvent.RunFailed;
import org.traverse.mobility.PlanEvent.RunFinished;
import org.traverse.mobility.PlanEvent.RunRecorded;
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
        List<PlanResult.Proposal> newest = List.of();
        for (DomainEventStream stream = events.readEvents(plan.toString()); stream.hasNext(); ) {
            if (stream.next().getPayload() instanceof RunFinished finished) {
                newest = finished.result().proposals();
            }
        }
        return newest;
    }

    /** Whether this run has finished or failed already. */
    public boolean hasEnded(UUID plan, UUID run) {
        for (DomainEventStream stream = events.readEvents(plan.toString()); stream.hasNext(); ) {
            Object event = stream.next().getPayload();
            if (event instanceof RunFinished finished && finished.run().equals(run)
                    || event instanceof RunFailed failed && failed.run().equals(run)) {
                return true;
            }
        }
        return false;
    }

    /** @throws NotReplayable when it can be run no more as it was, with the reason */
    Finished finished(UUID plan, UUID run) {
        RunRecord record = null;
        PlanResult result = null;
        for (DomainEventStream stream = events.readEvents(plan.toString()); stream.hasNext(); ) {
            Object event = stream.next().getPayload();
            if (event instanceof RunRecorded recorded && recorded.run().equals(run)) {
                record = recorded.record();
            } else if (event instanceof RunFinished finished && finished.run().equals(run)) {
                result = finished.result();
            }
        }
        if (result == null) {
            throw new NotReplayable("it has not finished", null);
        }
        RunRecord made = Optional.ofNullable(record)
                .orElseThrow(() -> new NotReplayable("it is older than the records of runs", null));
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

package org.traverse.api.marketplace;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.traverse.api.inquiry.RunRecording;
import org.traverse.eventstore.EventPosition;
import org.traverse.matching.staffing.StaffingPlan;
import org.traverse.matching.staffing.StaffingProblem;
import org.traverse.matching.staffing.StaffingRun;
import org.traverse.mobility.PlanDecisions;
import org.traverse.mobility.PlanResult;
import org.traverse.mobility.RunRecord;

/** The facts of a run, from its beginning on; a change of them begins a stage. */
final class RunStages {
    private record Given(String input, EventPosition position) {}

    private final UUID plan;
    private final PlanFacts facts;
    private final List<PlanResult.Proposal> earlier;
    private final PlanDecisions decisions;
    private final RunRecording recording;
    private final List<Given> given = new ArrayList<>();
    private PlanFacts.At newest;

    /** @param earlier what the plan's last run proposed; @param decisions what it is to leave alone */
    RunStages(
            UUID plan,
            PlanFacts facts,
            List<PlanResult.Proposal> earlier,
            PlanDecisions decisions,
            RunRecording recording) {
        this.plan = plan;
        this.facts = facts;
        this.earlier = earlier;
        this.decisions = decisions;
        this.recording = recording;
        newest = facts.now(plan, earlier, decisions);
        given.add(kept(newest));
    }

    StaffingProblem problem() {
        return newest.problem();
    }

    /** One change after the other: the next is not looked for until the last has taken effect. */
    synchronized void look(StaffingRun solving) {
        if (solving.changes() < given.size() - 1) {
            return;
        }
        PlanFacts.At now = facts.after(newest, plan, earlier, decisions);
        if (!now.problem().equals(newest.problem())) {
            Given changed = kept(now);
            solving.change(now.problem());
            given.add(changed);
        }
        newest = now; // only now: what failed is looked for again
    }

    private Given kept(PlanFacts.At now) {
        return new Given(recording.keep(given.size(), now.problem()), now.position());
    }

    /** Those that the run came to. */
    synchronized List<RunRecord.Stage> taken(StaffingPlan found) {
        var stages = new ArrayList<RunRecord.Stage>();
        for (long steps : found.steps()) {
            Given each = given.get(stages.size());
            stages.add(new RunRecord.Stage(each.input(), each.position().toString(), steps));
        }
        return stages;
    }
}

package org.traverse.api.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.traverse.api.inquiry.Answer.Explanation;
import org.traverse.api.inquiry.Answer.Placement;
import org.traverse.api.inquiry.Answer.Replay;
import org.traverse.matching.counterfactual.Change;
import org.traverse.matching.counterfactual.Counterfactual;
import org.traverse.matching.counterfactual.Counterfactuals;
import org.traverse.matching.counterfactual.WhyNot;
import org.traverse.matching.facts.Person;
import org.traverse.matching.staffing.Proposal;
import org.traverse.matching.staffing.StaffingPlan;
import org.traverse.matching.staffing.StaffingReplay;
import org.traverse.mobility.PlanResult;
import tools.jackson.databind.json.JsonMapper;

/** Running a finished run again on this thread; stopped from any other. */
final class Rerun {
    /** A proposal without the id that it was given. */
    private record Line(UUID gig, int seat, UUID employee, int score, List<PlanResult.Part> parts) {}

    private final Runs.Finished run;
    private final StaffingReplay again;
    private final Counterfactuals counterfactuals;

    Rerun(Runs.Finished run) {
        this.run = run;
        again = new StaffingReplay(run.problems(), run.steps());
        counterfactuals = new Counterfactuals(run.problems(), run.steps());
    }

    void stop() {
        again.stop();
        counterfactuals.stop();
    }

    /** @throws CancellationException when it was stopped */
    Replay replay() {
        List<String> now = lines(again.solve());
        List<String> then = proposedThen();
        return new Replay(now.equals(then), then.size(), without(now, then) + without(then, now));
    }

    private List<String> proposedThen() {
        return run.result().proposals().stream()
                .map(proposal -> line(new Line(
                        proposal.gig().value(),
                        proposal.seat(),
                        proposal.employee().value(),
                        proposal.score(),
                        proposal.parts())))
                .toList();
    }

    private static List<String> lines(StaffingPlan plan) {
        if (plan.stopped()) {
            throw new CancellationException("stopped before there was an answer");
        }
        return plan.proposals().stream()
                .map(proposal -> line(new Line(
                        proposal.seat().work(),
                        proposal.seat().number(),
                        proposal.person(),
                        proposal.fit().score(),
                        StoredParts.of(proposal.fit()))))
                .toList();
    }

    private static String line(Line line) {
        return JsonMapper.shared().writeValueAsString(line);
    }

    private static int without(List<String> some, List<String> others) {
        var left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left.size();
    }

    /**
     * @throws NotReplayable when they were not in it, or it is not the same any more
     * @throws CancellationException when it was stopped
     */
    Explanation explain(UUID employee) {
        var problem = run.problems().get(run.problems().size() - 1);
        Person person = problem.people().stream()
                .filter(each -> each.id().equals(employee))
                .findFirst()
                .orElseThrow(() -> new NotReplayable("this person was not in its scope", null));
        if (!lines(counterfactuals.control()).equals(proposedThen())) {
            throw new NotReplayable("it does not come out the same again", null);
        }
        Counterfactual found = counterfactuals.of(employee);
        if (found instanceof Counterfactual.Proposed proposed) {
            return new Explanation(null, null, placements(proposed.proposals()), 0, 0);
        }
        String because = WhyNot.of(problem, counterfactuals.control(), person).because();
        if (found instanceof Counterfactual.IfOnly only) {
            return new Explanation(
                    because, change(only.change()), placements(only.proposals()), only.possible(), only.tried());
        }
        var none = (Counterfactual.NoneAlone) found;
        return new Explanation(because, null, List.of(), none.possible(), none.tried());
    }

    private static List<Placement> placements(List<Proposal> proposals) {
        return proposals.stream()
                .map(proposal -> new Placement(
                        proposal.seat().work(),
                        proposal.seat().number(),
                        proposal.fit().score()))
                .toList();
    }

    private static Answer.Change change(Change change) {
        if (change instanceof Change.OneLevelMore skill) {
            return new Answer.Change("skill", skill.skill(), skill.level(), null, null, null, null, null);
        }
        if (change instanceof Change.MoreHours more) {
            return new Answer.Change("hours", null, null, more.hoursPerWeek(), null, null, null, null);
        }
        if (change instanceof Change.EndsOn ends) {
            var busy = ends.commitment();
            return new Answer.Change(
                    "commitment-ends", null, null, busy.hoursPerWeek(), busy.from(), busy.to(), ends.to(), null);
        }
        if (change instanceof Change.WorkBeginsOn later) {
            return new Answer.Change(
                    "gig-begins",
                    null,
                    null,
                    null,
                    null,
                    null,
                    later.from(),
                    later.work().id());
        }
        var begins = (Change.BeginsOn) change;
        var busy = begins.commitment();
        return new Answer.Change(
                "commitment-begins", null, null, busy.hoursPerWeek(), busy.from(), busy.to(), begins.from(), null);
    }
}

package org.traverse.api.inquiry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.traverse.api.inquiry.RunInput.Known;
import org.traverse.api.inquiry.RunInputs.Sealed;
import org.traverse.matching.staffing.StaffingProblem;

/** The facts of one attempt at a run, kept stage by stage; of whom the same is known as before, is not encrypted again. */
public final class RunRecording {
    private final RunAttempt attempt;
    private final RunInputs inputs;
    private Map<Known, Sealed> sealed = Map.of();

    RunRecording(RunAttempt attempt, RunInputs inputs) {
        this.attempt = attempt;
        this.inputs = inputs;
    }

    /**
     * Instead of what was kept for this stage of the run, and for later ones, before.
     *
     * @param stage 0, and one more after each change of the facts
     * @return the SHA-256, in hex, of what is kept
     * @throws RunTakenOver when a later attempt has begun: then nothing is changed
     */
    public String keep(int stage, StaffingProblem problem) {
        var input = RunInput.of(problem);
        var now = new LinkedHashMap<Known, Sealed>();
        for (Known known : input.people()) {
            Sealed before = sealed.get(known);
            now.put(known, before == null ? inputs.sealed(attempt.run(), known) : before);
        }
        String hash = inputs.keep(attempt, stage, input.common(), List.copyOf(now.values()));
        sealed = now;
        return hash;
    }
}

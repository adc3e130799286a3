package org.traverse.api.inquiry;

/** Another attempt at a run has begun meanwhile: nothing more is to be done for this one. */
public class RunTakenOver extends RuntimeException {
    public RunTakenOver(RunAttempt attempt) {
        super("attempt " + attempt.number() + " at run " + attempt.run() + " of plan " + attempt.plan()
                + " is over: another has begun");
    }
}

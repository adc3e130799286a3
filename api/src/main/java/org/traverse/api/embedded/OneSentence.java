package org.traverse.api.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.traverse.readmodel.embedded.CannotStart;

/** Tells why Traverse cannot start, without a stack trace. */
class OneSentence extends AbstractFailureAnalyzer<CannotStart> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, CannotStart why) {
        return new FailureAnalysis("Traverse cannot start: " + why.getMessage() + ".", null, failure);
    }
}

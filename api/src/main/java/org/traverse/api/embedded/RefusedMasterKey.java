package org.traverse.api.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.traverse.eventstore.MasterKeyRefused;

/** Tells why Traverse cannot start without the right master key, without a stack trace. */
class RefusedMasterKey extends AbstractFailureAnalyzer<MasterKeyRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, MasterKeyRefused why) {
        return new FailureAnalysis("Traverse cannot start: " + why.getMessage() + ".", null, failure);
    }
}

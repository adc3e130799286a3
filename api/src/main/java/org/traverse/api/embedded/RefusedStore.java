package org.traverse.api.embedded;

import org.flywaydb.core.api.FlywayException;
import org.postgresql.util.PSQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;

/** Repeats the one sentence in which a migration refuses a store that it cannot bring up to date. */
class RefusedStore extends AbstractFailureAnalyzer<FlywayException> {
    /** What {@code raise exception} gives. */
    private static final String RAISED = "P0001";

    @Override
    protected FailureAnalysis analyze(Throwable failure, FlywayException why) {
        return NestedExceptionUtils.getMostSpecificCause(why) instanceof PSQLException refusal
                        && RAISED.equals(refusal.getSQLState())
                ? new FailureAnalysis(
                        "Traverse cannot start: "
                                + refusal.getServerErrorMessage().getMessage() + ".",
                        null,
                        failure)
                : null;
    }
}

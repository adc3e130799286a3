package org.traverse.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.boot.diagnostics.FailureAnalysis;

class RefusedStoreTest {
    @Test
    void repeatsWhatAMigrationSays() {
        assertThat(analyze("P0001").getDescription()).isEqualTo("Traverse cannot start: this store is too old.");
    }

    @Test
    void leavesAFaultInAMigrationToOthers() {
        assertThat(analyze("42P01")).isNull();
    }

    private static FailureAnalysis analyze(String state) {
        var refusal = new PSQLException(new ServerErrorMessage("SERROR\0C" + state + "\0Mthis store is too old\0"));
        return new RefusedStore().analyze(new IllegalStateException(new FlywayException("V5 failed", refusal)));
    }
}

package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The short form of {@code marketplace-core-bench.jar kill}. */
@Tag("faults")
class KillTest {
    private static BenchPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = new BenchPostgres();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void noAcknowledgedCommandIsLostAndNoneInDoubtHasTwoEffects() throws Exception {
        var result = KillBench.run(postgres, postgres.emptyDatabase(), 1, 1, 1);
        assertThat(result.acknowledged()).as("%s", result).isPositive();
        assertThat(result.lost()).as("%s", result).isZero();
        assertThat(result.resolved()).as("%s", result).isEqualTo(result.inDoubt());
        assertThat(result.doubled()).as("%s", result).isZero();
    }

    /** The control: a PostgreSQL that answers before it has written. */
    @Test
    void commandsAreLostWhereACommitIsNotDurable() throws Exception {
        var result = KillBench.run(postgres, postgres.emptyDatabaseThatIsNotDurable(), 1, 1, 1);
        assertThat(result.lost()).as("%s", result).isPositive();
    }
}

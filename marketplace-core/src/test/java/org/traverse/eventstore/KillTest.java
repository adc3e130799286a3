package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The short form of {@code marketplace-core-bench.jar kill}. */
class KillTest {
    @Test
    void noAcknowledgedCommandIsLostAndNoneInDoubtHasTwoEffects() throws Exception {
        try (var postgres = new BenchPostgres()) {
            var result = KillBench.run(postgres, 2, 2);
            assertThat(result.acknowledged()).as("%s", result).isPositive();
            assertThat(result.lost()).as("%s", result).isZero();
            assertThat(result.resolved()).as("%s", result).isEqualTo(result.inDoubt());
            assertThat(result.doubled()).as("%s", result).isZero();
        }
    }

    /** The control: a PostgreSQL that answers before it has written. */
    @Test
    void commandsAreLostWhereACommitIsNotDurable() throws Exception {
        try (var postgres = new BenchPostgres("off")) {
            var result = KillBench.run(postgres, 1, 1);
            assertThat(result.lost()).as("%s", result).isPositive();
        }
    }
}

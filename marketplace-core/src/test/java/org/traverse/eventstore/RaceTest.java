package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.traverse.eventstore.RaceBench.Result;

/** The short form of {@code marketplace-core-bench.jar race}. The other readers are the control. */
@Tag("faults")
class RaceTest {
    @Test
    void skipsNothingRepeatsNothingAndReversesNothing() throws Exception {
        Map<String, Result> results =
                RaceBench.run(new Options("--writers", "8", "--skewed", "8", "--seconds", "8")).stream()
                        .collect(Collectors.toMap(Result::engine, Function.identity()));

        Result ours = results.get("ours");
        assertThat(ours.committed()).isGreaterThan(300);
        assertThat(ours).isEqualTo(new Result("ours", ours.committed(), 0, 0, 0));
        assertThat(results.get("id-cursor").neverSeen()).isPositive();
        assertThat(results.get("stock").neverSeen()).isPositive();
    }
}

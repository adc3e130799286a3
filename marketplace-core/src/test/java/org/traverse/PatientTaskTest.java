package org.traverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.SchedulerState.SettableSchedulerState;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class PatientTaskTest {
    private final UUID id = UUID.randomUUID();
    private final List<GivenUp> givenUp = new ArrayList<>();

    private record GivenUp(UUID id, Throwable why) {}

    @Test
    void isOverOnceItsWorkIs() {
        assertThat(after(0, () -> true)).isInstanceOf(OnCompleteRemove.class);
    }

    @Test
    void goesOnElsewhereWhereItsNodeIsStopped() {
        assertThat(after(0, () -> false)).isInstanceOf(OnCompleteReschedule.class);
    }

    @Test
    void isTriedAgainAndInTheEndGivenUp() {
        var away = new IllegalStateException("the database is away");
        BooleanSupplier failing = () -> {
            throw away;
        };
        assertThatThrownBy(() -> after(2, failing)).isSameAs(away);
        assertThat(givenUp).isEmpty();

        assertThat(after(3, failing)).isInstanceOf(OnCompleteRemove.class);
        assertThat(givenUp).containsExactly(new GivenUp(id, away));
    }

    @Test
    void isGivenUpAlsoWhereItGoesTooDeepEachTime() {
        var tooDeep = new StackOverflowError();
        BooleanSupplier deepening = () -> {
            throw tooDeep;
        };
        assertThatThrownBy(() -> after(2, deepening)).isSameAs(tooDeep);
        assertThat(givenUp).isEmpty();

        assertThat(after(3, deepening)).isInstanceOf(OnCompleteRemove.class);
        assertThat(givenUp).containsExactly(new GivenUp(id, tooDeep));
    }

    private CompletionHandler<Void> after(int failures, BooleanSupplier work) {
        var task = PatientTask.of(
                TaskDescriptor.of("long-work"),
                3,
                (asked, node) -> asked.equals(id) && work.getAsBoolean(),
                (asked, e) -> givenUp.add(new GivenUp(asked, e)));
        var instance = task.instance(id.toString());
        var execution = new Execution(Instant.EPOCH, instance);
        execution.consecutiveFailures = failures;
        return task.execute(instance, new ExecutionContext(new SettableSchedulerState(), execution, null, null));
    }
}

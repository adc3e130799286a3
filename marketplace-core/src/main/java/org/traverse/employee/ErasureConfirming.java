package org.traverse.employee;

import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.traverse.employee.EmployeeCommand.ConfirmErasure;

/** Says, a few seconds after a key was destroyed, that no node has it any more. */
@Configuration(proxyBeanMethods = false)
class ErasureConfirming {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("erasure-confirming");

    private static final Duration UNTIL_RETRY = Duration.ofSeconds(5);

    /** A provider: Axon's own deadlines need the scheduler, which needs this task first. */
    private final ObjectProvider<CommandGateway> commands;

    ErasureConfirming(ObjectProvider<CommandGateway> commands) {
        this.commands = commands;
    }

    @Bean
    Task<Void> erasureConfirmingTask() {
        return Tasks.oneTime(TASK)
                .onFailure(new OnFailureRetryLater<>(UNTIL_RETRY))
                .execute((instance, context) -> commands.getObject()
                        .sendAndWait(new ConfirmErasure(new EmployeeId(UUID.fromString(instance.getId())))));
    }
}

package org.traverse.api.marketplace;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A plan's run as work for db-scheduler: taken by one node, and by another when that one dies. */
@Configuration(proxyBeanMethods = false)
class PlanRunning {
    private static final String NAME = "plan-run";

    /** The instance is {@code plan/run}, so that nothing needs to be serialised. */
    @Bean
    OneTimeTask<Void> planRunTask(PlanRun run) {
        return Tasks.oneTime(NAME).execute((instance, context) -> {
            String[] ids = instance.getId().split("/");
            run.execute(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
        });
    }

    static TaskInstance<Void> instance(UUID plan, UUID run) {
        return new TaskInstance<>(NAME, plan + "/" + run);
    }
}

package org.traverse.taxonomy;

import static java.util.Objects.requireNonNullElse;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.traverse.Asking;
import org.traverse.PatientTask;
import org.traverse.RuleViolated;
import org.traverse.taxonomy.TaxonomyImportCommand.AdvanceImport;
import org.traverse.taxonomy.TaxonomyImportCommand.BeginImport;
import org.traverse.taxonomy.TaxonomyImportCommand.FailImport;

/**
 * Defines the skills and roles of a stored archive. It is a job of the database's scheduler: when the node that runs it
 * dies another one, or the same one restarted, goes on where the last whole chunk ended. What is defined twice by that
 * stays as it is, since ids follow from the source.
 */
@Configuration(proxyBeanMethods = false)
class TaxonomyImportJob {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("taxonomy-import");

    private static final int CHUNK = 500;
    private static final int MOST_RETRIES = 20;
    private static final Logger LOG = LoggerFactory.getLogger(TaxonomyImportJob.class);

    private final TaxonomyArchives archives;
    /** A provider: Axon's own deadlines need the scheduler, which needs this job first. */
    private final ObjectProvider<CommandGateway> gateway;

    TaxonomyImportJob(TaxonomyArchives archives, ObjectProvider<CommandGateway> gateway) {
        this.archives = archives;
        this.gateway = gateway;
    }

    @Bean
    Task<Void> taxonomyImportTask() {
        return PatientTask.of(
                TASK,
                MOST_RETRIES,
                (id, node) -> run(new TaxonomyImportId(id), node::isShuttingDown),
                (id, e) -> fail(
                        new TaxonomyImportId(id),
                        "given up after " + MOST_RETRIES + " attempts: "
                                + requireNonNullElse(
                                        e.getMessage(), e.getClass().getSimpleName())));
    }

    private boolean run(TaxonomyImportId id, BooleanSupplier stopping) {
        try {
            return resume(id, stopping);
        } catch (TaxonomyImportFailed e) {
            fail(id, e.getMessage());
            return true;
        }
    }

    /** Goes on where the import stopped; false when it was asked to stop before the end. */
    boolean resume(TaxonomyImportId id, BooleanSupplier stopping) {
        var found = archives.find(id);
        if (found.isEmpty()) {
            return true; // it had ended, and only this was not written down
        }
        var stored = found.get();
        var commands = gateway.getObject();
        var chunks = new TaxonomyChunks(commands);
        commands.sendAndWait(new BeginImport(id, OnetArchive.SCHEME, stored.file(), stored.sha256(), stored.total()));
        var all = read(id, stored.file());
        for (int done = stored.done(); done < all.size(); ) {
            if (stopping.getAsBoolean()) {
                return false;
            }
            int next = Math.min(done + CHUNK, all.size());
            chunks.send(all.subList(done, next));
            advance(id, next);
            archives.done(id, next);
            done = next;
        }
        archives.remove(id);
        return true;
    }

    private void advance(TaxonomyImportId id, int done) {
        try {
            Asking.ask(gateway.getObject(), new AdvanceImport(id, done));
        } catch (RuleViolated refusal) {
            throw new TaxonomyImportFailed(refusal.getMessage());
        }
    }

    private List<Object> read(TaxonomyImportId id, String file) {
        try (var archive = archives.open(id)) {
            return OnetArchive.read(file, archive).commands();
        } catch (DamagedArchive | IOException e) {
            throw new TaxonomyImportFailed("the stored archive cannot be read: " + e.getMessage());
        }
    }

    private void fail(TaxonomyImportId id, String reason) {
        try {
            Asking.ask(gateway.getObject(), new FailImport(id, reason));
        } catch (RuleViolated refusal) {
            LOG.warn("import {} cannot fail: {}", id, refusal.getMessage());
        }
        archives.remove(id);
    }
}

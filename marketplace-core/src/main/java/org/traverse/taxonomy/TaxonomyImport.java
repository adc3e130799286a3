package org.traverse.taxonomy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.traverse.Time.now;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.traverse.RuleViolated;
import org.traverse.taxonomy.TaxonomyImportCommand.AdvanceImport;
import org.traverse.taxonomy.TaxonomyImportCommand.BeginImport;
import org.traverse.taxonomy.TaxonomyImportCommand.FailImport;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportAdvanced;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportBegun;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportFailed;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportFinished;

/** How far an archive has been brought in. Resumed, it may say again how far it was, and nothing changes. */
@Aggregate
class TaxonomyImport {
    private enum State {
        UNDER_WAY,
        FINISHED,
        FAILED
    }

    @AggregateIdentifier
    private TaxonomyImportId id;

    private ImportBegun begun;
    private int done;
    private State state;

    TaxonomyImport() {} // Axon replays events onto an empty instance

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(BeginImport c, Clock clock) {
        var asked = new ImportBegun(
                c.id(), c.scheme(), c.file(), c.sha256(), c.total(), begun == null ? now(clock) : begun.at());
        if (begun == null) {
            apply(asked);
        } else if (!asked.equals(begun)) {
            throw new RuleViolated("another import was begun under this id");
        }
    }

    @CommandHandler
    void handle(AdvanceImport c, Clock clock) {
        if (state == State.FAILED) {
            throw new RuleViolated("this import has failed");
        }
        if (c.done() > begun.total()) {
            throw new RuleViolated(
                    "this import has " + begun.total() + " concepts, so " + c.done() + " cannot be done");
        }
        if (c.done() <= done) {
            return;
        }
        apply(new ImportAdvanced(id, c.done()));
        if (done == begun.total()) {
            apply(new ImportFinished(id, now(clock)));
        }
    }

    @CommandHandler
    void handle(FailImport c, Clock clock) {
        if (state == State.FINISHED) {
            throw new RuleViolated("this import is finished");
        }
        if (state == State.UNDER_WAY) {
            apply(new ImportFailed(id, c.reason(), now(clock)));
        }
    }

    @EventSourcingHandler
    void on(ImportBegun event) {
        id = event.id();
        begun = event;
        state = State.UNDER_WAY;
    }

    @EventSourcingHandler
    void on(ImportAdvanced event) {
        done = event.done();
    }

    @EventSourcingHandler
    void on(ImportFinished event) {
        state = State.FINISHED;
    }

    @EventSourcingHandler
    void on(ImportFailed event) {
        state = State.FAILED;
    }
}

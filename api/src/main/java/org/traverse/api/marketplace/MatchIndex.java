package org.traverse.api.marketplace;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.traverse.api.marketplace.Everybody.Indexed;
import org.traverse.matching.fit.Policy;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.matchfacts.MatchChanges;
import org.traverse.readmodel.matchfacts.MatchChanges.Changes;

/**
 * Keeps everybody in memory, on each node for itself. Every question reads what was changed since, so whoever waited for
 * a change sees it; after some hundred changes all is read again, while questions go on. Somebody with a dozen skills takes
 * about 1.5 KB, and as much again while all is read.
 */
@Component
class MatchIndex {
    private static final Logger LOG = LoggerFactory.getLogger(MatchIndex.class);

    /** To read and score so many takes about ten milliseconds. */
    private static final int READ_AGAIN_AFTER = 300;

    /** With more than that, questions wait until all is read. */
    private static final int CHANGES_AT_MOST = 5_000;

    private final MatchChanges facts;
    private final Directory directory;
    private final Policy policy;
    private final Clock clock;
    private final int peopleAtMost;

    /** Does one thing at a time; what is asked meanwhile is being done already. */
    private final ExecutorService reader =
            new ThreadPoolExecutor(0, 1, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), new DiscardPolicy());

    private volatile Indexed indexed;
    private volatile boolean tooMany;

    MatchIndex(
            MatchChanges facts,
            Directory directory,
            Policy policy,
            Clock clock,
            @Value("${traverse.matching.people-in-memory}") int peopleAtMost) {
        this.facts = facts;
        this.directory = directory;
        this.policy = policy;
        this.clock = clock;
        this.peopleAtMost = peopleAtMost;
    }

    /** So that the first question need not wait for it. */
    @EventListener(ApplicationReadyEvent.class)
    void readAll() {
        readAgainMeanwhile(indexed);
    }

    /** Empty when there are too many people to be kept in memory. */
    Optional<Everybody> everybody() {
        if (tooMany) {
            return Optional.empty();
        }
        Indexed then = indexed;
        Optional<Changes> since = then == null || !then.groups().equals(groups())
                ? Optional.empty()
                : facts.since(then.moment(), CHANGES_AT_MOST);
        if (since.isEmpty()) {
            return readAgain(then);
        }
        if (since.get().ids().size() > READ_AGAIN_AFTER || since.get().tellOfSomebodyGone()) {
            readAgainMeanwhile(then);
        }
        return Optional.of(new Everybody(then, since.get(), policy, today()));
    }

    private void readAgainMeanwhile(Indexed then) {
        reader.execute(() -> {
            try {
                readAgain(then);
            } catch (RuntimeException e) {
                LOG.warn("who is matched could not be read again; it is tried at the next question", e);
            }
        });
    }

    /** What somebody else has read meanwhile may be older than the question, so that is looked at like any other. */
    private synchronized Optional<Everybody> readAgain(Indexed then) {
        if (indexed != then) {
            return everybody();
        }
        Groups groups = groups();
        indexed = facts.everything(today(), peopleAtMost)
                .map(all -> Indexed.of(all, groups, policy))
                .orElse(null);
        if (indexed == null) {
            tooMany = true;
            LOG.warn(
                    "there are more than {} people: until the next start Elasticsearch proposes who is scored"
                            + " (traverse.matching.people-in-memory)",
                    peopleAtMost);
            return Optional.empty();
        }
        return Optional.of(new Everybody(indexed, Changes.NONE, policy, today()));
    }

    private Groups groups() {
        return Groups.of(directory.orgUnits());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @PreDestroy
    void close() throws InterruptedException {
        reader.shutdown();
        reader.awaitTermination(10, TimeUnit.SECONDS);
    }
}

package org.traverse.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links events to those before them, in the order in which they are read, a moment after they were stored.
 *
 * <p>One node at a time: whoever has the lock, which PostgreSQL takes back when that node dies. It is not a row that is
 * locked, because this would give the transaction its id, and hold up every reader of events for as long as the batch
 * takes. As it is, a batch writes last and commits at once.
 */
public class AuditChain {
    /** Any number that is nobody else's. */
    private static final long LOCK = 0x7472_6176_6572_7365L;

    private final JdbcTemplate sql;
    private final Chain chain;
    private final Heads heads;
    private final TransactionTemplate transaction;
    private final SigningKey key;

    /** @param key null when heads are not to be signed */
    AuditChain(JdbcTemplate sql, PlatformTransactionManager transactions, SigningKey key) {
        this.sql = sql;
        this.chain = new Chain(sql);
        this.heads = new Heads(sql);
        this.transaction = new TransactionTemplate(transactions);
        this.key = key;
    }

    public boolean isSigned() {
        return key != null;
    }

    /** The newest, or none when nothing has been linked yet. */
    public Optional<AuditHead> head() {
        return heads.newest();
    }

    /**
     * Links what has been stored since, a batch at most, and signs the end when it was the last one.
     *
     * @return whether there is nothing more to do for now, or somebody else is doing it
     * @throws BrokenChain when the chain does not hold what was signed: nobody builds on that
     */
    boolean extend() {
        return transaction.execute(status -> {
            if (!sql.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK)) {
                return true;
            }
            Optional<AuditHead> signed = heads.newest();
            signed.ifPresent(this::refuseUnlessLinked);
            Link last = chain.newest();
            List<Link> links = new ArrayList<>();
            for (Event event : chain.eventsAfter(last.position())) {
                last = last.next(event);
                links.add(last);
            }
            if (!links.isEmpty()) {
                chain.add(links);
            }
            boolean caughtUp = links.size() < Chain.PAGE;
            if (caughtUp && isToBeSigned(last, signed)) {
                heads.sign(last, key);
            }
            return caughtUp;
        });
    }

    private void refuseUnlessLinked(AuditHead head) {
        if (chain.link(head.events()).filter(link -> link.agreesWith(head)).isEmpty()) {
            throw new BrokenChain("the audit chain is not what was signed at " + head.at() + " for " + head.position()
                    + ": verify it");
        }
    }

    /** Also what was signed by another key, or by none. */
    private boolean isToBeSigned(Link last, Optional<AuditHead> signed) {
        String id = key == null ? null : key.verifying().id();
        return last.events() > 0
                && signed.filter(head -> head.events() == last.events())
                        .filter(head -> id == null || id.equals(head.key()))
                        .isEmpty();
    }
}

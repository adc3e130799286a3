package org.traverse.audit;

import static org.traverse.audit.AuditReport.Fault.ALTERED;
import static org.traverse.audit.AuditReport.Fault.INSERTED;
import static org.traverse.audit.AuditReport.Fault.MISSING;
import static org.traverse.audit.AuditReport.Fault.RECOMPUTED;
import static org.traverse.audit.AuditReport.Fault.REORDERED;
import static org.traverse.audit.AuditReport.Fault.TRUNCATED;
import static org.traverse.audit.AuditReport.Fault.UNTRUSTED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.traverse.audit.AuditReport.Fault;
import org.traverse.eventstore.EventPosition;

/** Walks along the log and its chain side by side, as far as the chain reaches, until they differ. */
public class AuditVerification {
    /** Is told how far it has come, and says whether to go on. */
    public interface Watch {
        boolean goOn(long done, long total);
    }

    private final Chain chain;
    private final Heads heads;

    /** @param database need not be written to */
    public AuditVerification(DataSource database) {
        var sql = new JdbcTemplate(database);
        this.chain = new Chain(sql);
        this.heads = new Heads(sql);
    }

    /**
     * @param copy of a head that was kept elsewhere, if any
     * @return nothing when it was told to stop
     * @throws IllegalArgumentException when the copy is not signed by the key that it names
     */
    public Optional<AuditReport> verify(Optional<AuditHead> copy, Watch watch) {
        copy.ifPresent(AuditHead::refuseUnlessGenuine);
        List<AuditHead> signed;
        try {
            signed = new ArrayList<>(heads.all());
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    new AuditReport(0, Link.NONE.position().toString(), 0, UNTRUSTED, "in a head " + e.getMessage()));
        }
        copy.ifPresent(signed::add);
        signed.sort(Comparator.comparingLong(AuditHead::events));
        // Read after the heads, so that it reaches as far as they do even while it grows.
        long total = chain.newest().events();
        return new Walk(signed.iterator(), new HashSet<>(heads.keys()), total).walk(watch);
    }

    /** One pass. The first difference ends it. */
    private final class Walk {
        private final Iterator<Event> events = chain.events();
        private final Iterator<Link> links = chain.links();
        private final Iterator<AuditHead> signed;
        private final Set<String> keys;
        private final long total;
        private AuditHead head;
        private Link last = Link.NONE;
        private long vouchedFor;

        Walk(Iterator<AuditHead> signed, Set<String> keys, long total) {
            this.signed = signed;
            this.keys = keys;
            this.total = total;
            nextHead();
        }

        Optional<AuditReport> walk(Watch watch) {
            while (last.events() < total) {
                if (last.events() % Chain.PAGE == 0 && !watch.goOn(last.events(), total)) {
                    return Optional.empty();
                }
                var found = step(events.next(), links.next()).or(this::heads);
                if (found.isPresent()) {
                    return found;
                }
            }
            watch.goOn(last.events(), total);
            return head == null
                    ? Optional.of(new AuditReport(last.events(), last.position().toString(), vouchedFor, null, null))
                    : bad(
                            TRUNCATED,
                            last.position(),
                            "nothing is left after this event, and " + head.events() + " up to " + head.position()
                                    + " were there at " + head.at());
        }

        private Optional<AuditReport> step(Event event, Link link) {
            if (event == null) {
                return bad(TRUNCATED, link.position(), "this event and all after it are gone");
            }
            if (link == null) {
                return bad(MISSING, event.position(), "its link was taken away meanwhile");
            }
            boolean before = event.position().compareTo(link.position()) < 0;
            if (link.events() != last.events() + 1) {
                return bad(
                        MISSING,
                        before ? event.position() : link.position(),
                        before
                                ? "the link of this event is gone"
                                : (link.events() - last.events() - 1) + " before this one are gone, and their links");
            }
            if (before) {
                return bad(event, INSERTED, "this event was not there when those after it were linked");
            }
            if (event.position().compareTo(link.position()) > 0) {
                return bad(MISSING, link.position(), "the event that was here is gone");
            }
            Link next = last.next(event);
            if (!next.agreesWith(link)) {
                return bad(event, ALTERED, "this event is not what it was when it was linked");
            }
            last = next;
            return Optional.empty();
        }

        /** Of those at this place: there may be a copy beside the store's own. */
        private Optional<AuditReport> heads() {
            while (head != null && head.events() == last.events()) {
                if (!last.agreesWith(head)) {
                    return bad(
                            RECOMPUTED,
                            head.place(),
                            "the chain was made anew since " + head.at() + ": what was signed then for this position is"
                                    + " another history of the events after the first " + vouchedFor);
                }
                if (head.isSigned()) {
                    if (!keys.contains(head.key()) || !head.isGenuine()) {
                        return bad(
                                UNTRUSTED, head.place(), "the head of " + head.at() + " is not signed by a known key");
                    }
                    vouchedFor = last.events();
                }
                nextHead();
            }
            return Optional.empty();
        }

        private void nextHead() {
            head = signed.hasNext() ? signed.next() : null;
        }

        /** Tells an event that has changed its place from one that is new. */
        private Optional<AuditReport> bad(Event event, Fault fault, String detail) {
            return home(event)
                    .map(home -> bad(REORDERED, event.position(), "here stands the event of " + home))
                    .orElseGet(() -> bad(fault, event.position(), detail));
        }

        private Optional<EventPosition> home(Event event) {
            Link before = Link.NONE;
            for (Iterator<Link> all = chain.links(); all.hasNext(); ) {
                Link link = all.next();
                if (before.next(link.position(), event.content()).agreesWith(link)) {
                    return Optional.of(link.position());
                }
                before = link;
            }
            return Optional.empty();
        }

        private Optional<AuditReport> bad(Fault fault, EventPosition position, String detail) {
            return Optional.of(new AuditReport(last.events(), position.toString(), vouchedFor, fault, detail));
        }
    }
}

package org.traverse.audit;

import java.util.Arrays;
import java.util.HexFormat;
import org.traverse.eventstore.EventPosition;

/** One link of the chain: so many events up to this position, and a hash over all of them. */
record Link(long events, EventPosition position, byte[] hash) {
    /** Before the first. */
    static final Link NONE = new Link(0, EventPosition.START, new byte[Sha256.LENGTH]);

    Link next(Event event) {
        return next(event.position(), event.content());
    }

    Link next(EventPosition position, byte[] content) {
        byte[] hash = new Sha256()
                .raw(this.hash)
                .number(position.xid())
                .number(position.number())
                .raw(content)
                .value();
        return new Link(events + 1, position, hash);
    }

    boolean agreesWith(Link other) {
        return position.equals(other.position) && Arrays.equals(hash, other.hash);
    }

    boolean agreesWith(AuditHead head) {
        return events == head.events() && position.equals(head.place()) && hex().equals(head.hash());
    }

    String hex() {
        return HexFormat.of().formatHex(hash);
    }
}

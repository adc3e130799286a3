package org.traverse.readmodel;

import java.util.Optional;
import java.util.UUID;

/**
 * Which part of a list is asked for.
 *
 * @param q words to look for; empty for all
 * @param limit 1 to 100 items
 * @param after where the page before this one ended
 */
public record ListRequest(String q, int limit, Optional<Cursor> after) {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    private static final UUID LOWEST = new UUID(0, 0);

    public ListRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit: 1 to " + MAX_LIMIT + ", not " + limit);
        }
        if (q.length() > 200) {
            throw new IllegalArgumentException("q: at most 200 characters");
        }
        if (q.indexOf('\u0000') >= 0) {
            throw new IllegalArgumentException("q: no NUL characters");
        }
    }

    public static ListRequest first(int limit) {
        return new ListRequest("", limit, Optional.empty());
    }

    public static ListRequest of(String q) {
        return new ListRequest(q, DEFAULT_LIMIT, Optional.empty());
    }

    /** The sort key after which the page starts. */
    public String key() {
        return after.map(Cursor::key).orElse("");
    }

    /** The id after which the page starts, among equal keys. */
    public UUID id() {
        return after.map(Cursor::id).orElse(LOWEST);
    }
}

package org.traverse.readmodel;

import java.util.Optional;

/**
 * What somebody wants to see of a list.
 *
 * @param q words to look for; empty for everything
 * @param limit at most so many items, 1 to 100
 * @param after where the page before ended
 */
public record ListRequest(String q, int limit, Optional<Cursor> after) {
    public static final int USUAL = 20;
    public static final int MOST = 100;

    public ListRequest {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be between 1 and " + MOST);
        }
    }

    /** The first page of everything. */
    public static ListRequest first() {
        return new ListRequest("", USUAL, Optional.empty());
    }
}

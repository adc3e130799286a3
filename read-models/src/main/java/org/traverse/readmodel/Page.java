package org.traverse.readmodel;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total of the whole list
 * @param next what {@code after} takes to see the following page; null on the last
 */
public record Page<T>(List<T> items, long total, String next) {
    /** Of up to {@code limit + 1} rows found: the extra one only tells that there is more. */
    public static <T> Page<T> of(
            List<T> found, long total, ListRequest asked, Function<T, String> key, Function<T, UUID> id) {
        if (found.size() <= asked.limit()) {
            return new Page<>(found, total, null);
        }
        List<T> items = List.copyOf(found.subList(0, asked.limit()));
        T last = items.get(items.size() - 1);
        return new Page<>(items, total, new Cursor(key.apply(last), id.apply(last)).toString());
    }

    /**
     * The page of a list that is ranked in memory.
     *
     * @throws IllegalArgumentException when what the page before ended with is no longer in the list: nobody can tell
     *     any more what has been seen of it
     */
    public static <T> Page<T> ofRanked(List<T> ranked, ListRequest asked, Function<T, UUID> id) {
        int start = 0;
        if (asked.after().isPresent()) {
            UUID last = asked.id();
            while (start < ranked.size() && !id.apply(ranked.get(start)).equals(last)) {
                start++;
            }
            if (start == ranked.size()) {
                throw new IllegalArgumentException("after: the list has changed there; begin again without it");
            }
            start++;
        }
        int end = Math.min(ranked.size(), start + asked.limit());
        List<T> items = start >= end ? List.of() : List.copyOf(ranked.subList(start, end));
        String next = end < ranked.size() && !items.isEmpty()
                ? new Cursor("", id.apply(items.get(items.size() - 1))).toString()
                : null;
        return new Page<>(items, ranked.size(), next);
    }

    /** The same page of something else. */
    public <R> Page<R> map(Function<T, R> to) {
        return new Page<>(items.stream().map(to).toList(), total, next);
    }
}

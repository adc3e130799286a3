package org.traverse.readmodel;

import java.util.List;
import java.util.function.Function;

/**
 * Some of a list.
 *
 * @param total how many the whole list has
 * @param next what to ask with as {@code after} for the rest; null at the end
 */
public record Page<T>(List<T> items, long total, String next) {
    public Page {
        items = List.copyOf(items);
    }

    /** @param rows what was read: one row more than {@code limit} when there is more to come */
    public static <T> Page<T> of(List<T> rows, int limit, long total, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, total, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, total, cursor.apply(items.get(limit - 1)).toString());
    }

    public <R> Page<R> map(Function<? super T, R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), total, next);
    }
}

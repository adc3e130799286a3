package org.traverse.audit;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Goes on with the page after the last row, so that neither memory nor a transaction has to hold them all. */
final class Pages<T> implements Iterator<T> {
    private final Function<T, List<T>> after;
    private Iterator<T> page = Collections.emptyIterator();
    private T last;
    private boolean over;

    /** @param after the rows after this one; the first when it is null; none at the end */
    Pages(Function<T, List<T>> after) {
        this.after = after;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !over) {
            page = after.apply(last).iterator();
            over = !page.hasNext();
        }
        return page.hasNext();
    }

    /** Null when there is no more. */
    @Override
    public T next() {
        last = hasNext() ? page.next() : null;
        return last;
    }
}

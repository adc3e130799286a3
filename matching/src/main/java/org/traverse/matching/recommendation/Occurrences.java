package org.traverse.matching.recommendation;

import java.util.HashMap;
import java.util.Map;

/** Where each of many things, such as skills, occurs in an index. */
final class Occurrences<T> {

    private final Map<T, Postings> postings = new HashMap<>();

    void add(T thing, int position, int howThere) {
        postings.computeIfAbsent(thing, none -> new Postings()).add(position, howThere);
    }

    void add(T thing, int position) {
        add(thing, position, 0);
    }

    void trim() {
        postings.values().forEach(Postings::trim);
    }

    Postings of(T thing) {
        return postings.getOrDefault(thing, Postings.NONE);
    }
}

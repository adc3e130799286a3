package org.traverse.api.web;

import java.util.List;

/** What a manager has posted, and who is waiting. */
public record PostingsView(List<Posting> postings, List<GigView.Seat> toComplete) {
    /** @param tone the colour of the state */
    public record Posting(
            WorkView work, String state, String tone, int filled, int waiting, String due, boolean overdue) {}

    public int waiting() {
        return postings.stream().mapToInt(Posting::waiting).sum();
    }
}

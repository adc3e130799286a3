package org.traverse.api.web;

import java.util.List;
import java.util.Optional;
import org.traverse.api.marketplace.Rank;

/**
 * Opportunities: facets, the ranked list, and the one that is open.
 *
 * @param chosen whether the person opened it; else the first is shown where there is room for it
 */
public record OpportunitiesView(
        String q, List<Facet> facets, List<Card> cards, int total, Optional<Open> open, boolean chosen) {
    public record Option(String value, String label, long count, boolean on) {}

    public record Facet(String key, String label, List<Option> options) {}

    public record Card(WorkView work, FitView fit, String standing) {}

    /**
     * @param application the person's own for this work; own says that they posted it
     * @param wish where it stands among what they ranked; full says that they can rank no more
     */
    public record Open(
            WorkView work,
            FitView fit,
            Optional<ApplicationsView.Line> application,
            boolean own,
            Optional<Rank> wish,
            boolean full) {
        /** Whoever lacks something may still ask: the manager sees what is missing. */
        public boolean mayApply() {
            return !own && work.seatsLeft() > 0 && application.isEmpty();
        }

        /** A plan may still propose whoever waits for an answer. */
        public boolean mayRank() {
            boolean waits = application
                    .map(mine -> mine.state() == ApplicationsView.State.WAITING)
                    .orElse(true);
            return !own && work.seatsLeft() > 0 && waits && wish.isEmpty() && !full;
        }
    }

    public long active() {
        return facets.stream()
                .flatMap(facet -> facet.options().stream())
                .filter(Option::on)
                .count();
    }

    public boolean filtered() {
        return active() > 0 || !q.isBlank();
    }

    public boolean isOpen(Card card) {
        return open.isPresent() && open.get().work().id().equals(card.work().id());
    }
}

package org.traverse.api.web;

import java.util.List;
import java.util.Optional;

/**
 * Opportunities: facets, the ranked list, and the one that is open.
 *
 * @param chosen whether the person opened it; else the first is shown where there is room for it
 */
public record OpportunitiesView(
        String q, List<Facet> facets, List<Card> cards, int total, Optional<Open> open, boolean chosen) {
    public record Option(String value, String label, long count, boolean on) {}

    public record Facet(String key, String label, List<Option> options) {}

    public record Card(Work work, Fit fit, String standing) {}

    /** @param application the person's own for this work, if there is one */
    public record Open(Work work, Fit fit, Optional<ApplicationsView.Line> application, String refused) {
        /** Asked for a place once and may still, or again, be considered. */
        public boolean mayApply() {
            return application.isEmpty() && work.seatsLeft() > 0 && fit.eligible();
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

package org.traverse.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.traverse.api.marketplace.Rank;

class OpportunitiesViewTest {
    @Test
    void isRankedOnceAndWhileThereIsRoom() {
        assertThat(open(Optional.empty(), false).mayRank()).isTrue();
        assertThat(open(Optional.empty(), true).mayRank()).isFalse();
        assertThat(open(Optional.of(new Rank(1, 3)), false).mayRank()).isFalse();
    }

    private static OpportunitiesView.Open open(Optional<Rank> wish, boolean full) {
        var from = LocalDate.parse("2026-12-07");
        var work = new WorkView(
                "g1", "Gig", "Outage map", "Grid", "Marc Visser", "", 8, from, from.plusDays(20), 1, 1, List.of());
        return new OpportunitiesView.Open(work, null, Optional.empty(), false, wish, full);
    }
}

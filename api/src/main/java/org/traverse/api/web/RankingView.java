package org.traverse.api.web;

import java.util.List;
import java.util.UUID;

/**
 * What somebody ranked, most wanted first.
 *
 * @param action where a line is moved, with its id behind it; empty where it may not be
 */
public record RankingView(String action, List<Line> lines) {
    /** @param href empty where there is nothing to open; @param note why it counts for nothing, or empty */
    public record Line(UUID id, String title, String href, String detail, String note) {}
}

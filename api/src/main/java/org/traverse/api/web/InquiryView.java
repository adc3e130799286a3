package org.traverse.api.web;

import java.util.List;

/**
 * One inquiry into a plan's run, in words.
 *
 * @param findings what came of it, a sentence each; none while it is under way
 * @param placements what the person is, or would be, proposed for
 */
public record InquiryView(
        String plan,
        String planName,
        String id,
        String title,
        boolean underWay,
        String state,
        String tone,
        String headline,
        List<String> findings,
        List<Placement> placements) {
    public record Placement(WorkView work, int score) {
        public String band() {
            return FitView.Band.of(score).key();
        }
    }

    /** People of a plan who have no proposal: those whose name has what was looked for, and how many there are. */
    public record Unplaced(String plan, String planName, String q, List<Somebody> people, int total) {}

    public record Somebody(String id, String name, String jobTitle, String team) {}
}

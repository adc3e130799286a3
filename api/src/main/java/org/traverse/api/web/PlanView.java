package org.traverse.api.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traverse.api.marketplace.Rank;

/**
 * One mobility plan: its run, and what the run proposes.
 *
 * @param stopped whether a person ended the run before it was done
 * @param decisions what the next run leaves as it is
 */
public record PlanView(
        String id,
        String name,
        List<String> units,
        State state,
        long people,
        Progress progress,
        List<Proposal> proposals,
        List<Empty> empties,
        String failure,
        boolean stopped,
        List<Decision> decisions) {
    /** Where a plan stands. */
    public enum State {
        NEW("Not run yet", ""),
        RUNNING("Running", "wait"),
        DONE("Result ready", "live"),
        FAILED("Run failed", "bad");

        private final String words;
        private final String tone;

        State(String words, String tone) {
            this.words = words;
            this.tone = tone;
        }

        public String words() {
            return words;
        }

        public String tone() {
            return tone;
        }
    }

    /** @param fit the mean score of those placed, 0 to 100 */
    public record Progress(int filled, int seats, int fit, long millis) {
        /** Seconds, to a tenth. */
        public String at() {
            return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
        }

        public String sentence() {
            return "%d of %d seats filled with a mean fit of %d after %s s; all rules met."
                    .formatted(filled, seats, fit, at());
        }
    }

    /**
     * @param standing proposed, adopted or refused; outcome says why it was refused
     * @param managersRank among all whom the gig's manager ranks today, whatever the run heeded
     * @param placement the gig and the person, as paths name them
     */
    public record Proposal(
            String id,
            String person,
            String jobTitle,
            String team,
            WorkView work,
            int score,
            List<FitView.Part> parts,
            String standing,
            String outcome,
            String placement,
            boolean pinned,
            boolean backfilled,
            Optional<Rank> managersRank) {
        public boolean open() {
            return standing.equals("proposed");
        }

        public String band() {
            return FitView.Band.of(score).key();
        }
    }

    /** @param undo where it is asked to be undone */
    public record Decision(String words, String undo) {}

    public record Empty(WorkView work, int seats, String because) {}

    public long adoptable() {
        return proposals.stream().filter(Proposal::open).count();
    }

    public int emptySeats() {
        return empties.stream().mapToInt(Empty::seats).sum();
    }
}

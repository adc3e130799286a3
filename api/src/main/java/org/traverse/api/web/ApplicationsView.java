package org.traverse.api.web;

import java.util.List;
import java.util.function.Predicate;

/** A person's applications, each with its way so far and what is owed next. */
public record ApplicationsView(List<Line> lines) {
    /**
     * @param stands where it stands, in one sentence, with the date by which an answer is due
     * @param note what the person wrote; feedback what they were told when the work was done
     */
    public record Line(
            String id,
            WorkView work,
            State state,
            List<Step> steps,
            String stands,
            boolean overdue,
            String note,
            String feedback) {
        public boolean mayAnswer() {
            return state == State.OFFERED;
        }

        public boolean mayWithdraw() {
            return state == State.WAITING || state == State.OFFERED;
        }
    }

    /** What the page does with it. */
    public enum State {
        OFFERED("Offer to answer", "act"),
        WAITING("Waiting for an answer", "wait"),
        PENDING("Being confirmed", "wait"),
        PLACED("You have the seat", "live"),
        COMPLETED("Completed", ""),
        DECLINED("You declined", ""),
        WITHDRAWN("Withdrawn", ""),
        REJECTED("Not chosen", "");

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

    /** @param kind done, now, next or stop, the names the style sheet knows */
    public record Step(String name, String when, String kind) {}

    /** Seat and hours are being held, which takes a moment. */
    public boolean settling() {
        return lines.stream().anyMatch(line -> line.state() == State.PENDING);
    }

    public record Group(String title, List<Line> lines) {}

    public List<Group> groups() {
        return List.of(
                        group("Waiting for you", state -> state == State.OFFERED),
                        group("Waiting for others", state -> state == State.WAITING || state == State.PENDING),
                        group("Your seats", state -> state == State.PLACED),
                        group("Closed", state -> state.ordinal() >= State.COMPLETED.ordinal()))
                .stream()
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private Group group(String title, Predicate<State> holds) {
        return new Group(
                title, lines.stream().filter(line -> holds.test(line.state())).toList());
    }
}

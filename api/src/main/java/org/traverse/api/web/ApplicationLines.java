package org.traverse.api.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.traverse.api.web.ApplicationsView.Line;
import org.traverse.api.web.ApplicationsView.State;
import org.traverse.api.web.ApplicationsView.Step;
import org.traverse.readmodel.applicationboard.ApplicationBoard;
import org.traverse.readmodel.applicationboard.ApplicationBoard.Application;
import org.traverse.readmodel.applicationboard.AssignmentBoard;
import org.traverse.readmodel.applicationboard.AssignmentBoard.Assignment;
import org.traverse.readmodel.gigboard.GigBoard;

/** Applications as the person who applied reads them: the way so far, and what is owed next. */
@Component
class ApplicationLines {
    private final ApplicationBoard board;
    private final AssignmentBoard assignments;
    private final GigBoard gigs;
    private final Labels labels;

    ApplicationLines(ApplicationBoard board, AssignmentBoard assignments, GigBoard gigs, Labels labels) {
        this.board = board;
        this.assignments = assignments;
        this.gigs = gigs;
        this.labels = labels;
    }

    /** All of one person. */
    List<Line> of(List<Application> applications) {
        if (applications.isEmpty()) {
            return List.of();
        }
        Map<UUID, Assignment> seats = assignments.of(applications.get(0).employee()).stream()
                .collect(Collectors.toMap(Assignment::application, seat -> seat, (newest, older) -> newest));
        Map<UUID, WorkView> work = new HashMap<>(labels.work(
                gigs.find(applications.stream().map(Application::gig).distinct().toList())));
        return applications.stream()
                .filter(application -> work.containsKey(application.gig()))
                .map(application -> line(application, work.get(application.gig()), seats.get(application.id())))
                .toList();
    }

    static State state(Application application, boolean completed) {
        return switch (application.state()) {
            case APPLIED -> State.WAITING;
            case OFFERED -> State.OFFERED;
            case ACCEPTED -> State.PENDING;
            case CONFIRMED -> completed ? State.COMPLETED : State.PLACED;
            case DECLINED -> State.DECLINED;
            case REJECTED -> State.REJECTED;
            case WITHDRAWN -> State.WITHDRAWN;
        };
    }

    private Line line(Application application, WorkView work, Assignment seat) {
        LocalDate completed = seat == null ? null : seat.completedOn();
        State state = state(application, completed != null);
        boolean overdue =
                application.answerBy() != null && application.answerBy().isBefore(labels.today());
        return new Line(
                application.id().toString(),
                work,
                state,
                steps(application, state, work, completed),
                stands(application, state, work, completed, overdue),
                overdue,
                text(application.note()),
                seat == null ? "" : text(seat.feedback()));
    }

    private List<Step> steps(Application application, State state, WorkView work, LocalDate completed) {
        var steps = new ArrayList<Step>();
        var way = board.timeline(application.id());
        for (int i = 0; i < way.size(); i++) {
            var step = way.get(i);
            boolean superseded = step.state() == ApplicationBoard.State.ACCEPTED && i + 1 < way.size();
            if (!superseded) {
                steps.add(new Step(
                        past(step.state()), Words.date(Labels.day(step.at())), ended(step.state()) ? "stop" : "done"));
            }
        }
        String due = application.answerBy() == null ? "" : "due " + Words.date(application.answerBy());
        switch (state) {
            case WAITING -> {
                steps.add(new Step("Their answer", due, "now"));
                steps.add(new Step("Seat", "", "next"));
            }
            case OFFERED -> {
                steps.add(new Step("Your answer", due, "now"));
                steps.add(new Step("Seat", "", "next"));
            }
            case PENDING -> steps.add(new Step("Seat", "being held", "now"));
            case PLACED -> steps.add(new Step("Completed", "ends " + Words.date(work.to()), "now"));
            case COMPLETED -> steps.add(new Step("Completed", Words.date(completed), "done"));
            case DECLINED, WITHDRAWN, REJECTED -> {
                return steps;
            }
        }
        if (state == State.WAITING || state == State.OFFERED || state == State.PENDING) {
            steps.add(new Step("Completed", "", "next"));
        }
        return steps;
    }

    private static String past(ApplicationBoard.State state) {
        return switch (state) {
            case APPLIED -> "Applied";
            case OFFERED -> "Offered";
            case ACCEPTED -> "Accepted";
            case CONFIRMED -> "In the seat";
            case DECLINED -> "Declined";
            case REJECTED -> "Not chosen";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    private static boolean ended(ApplicationBoard.State state) {
        return switch (state) {
            case DECLINED, REJECTED, WITHDRAWN -> true;
            case APPLIED, OFFERED, ACCEPTED, CONFIRMED -> false;
        };
    }

    private static String stands(
            Application application, State state, WorkView work, LocalDate completed, boolean overdue) {
        String by = application.answerBy() == null ? "" : Words.date(application.answerBy());
        return switch (state) {
            case WAITING ->
                overdue
                        ? work.owner() + " owed you an answer by " + by + "."
                        : work.owner() + " owes you an answer by " + by + ".";
            case OFFERED ->
                reason(application, "You are offered a seat.")
                        + (overdue ? " Your answer was due by " : " Your answer is due by ") + by + ".";
            case PENDING -> "You said yes. Your seat and your hours are being held.";
            case PLACED -> "You have the seat. The last day is " + Words.date(work.to()) + ".";
            case COMPLETED ->
                "Completed on " + Words.date(completed) + ". The skills it took now stand on your profile.";
            case DECLINED -> "You declined the offer.";
            case WITHDRAWN -> "You withdrew.";
            case REJECTED -> reason(application, "Somebody else was chosen.");
        };
    }

    /** An acceptance that was undone says why; so does a rejection. */
    private static String reason(Application application, String otherwise) {
        return text(application.reason()).isEmpty() ? otherwise : Pages.sentence(application.reason());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}

package org.traverse.api.demo;

import static org.traverse.api.demo.Step.once;
import static org.traverse.api.demo.Step.repeatable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.traverse.api.demo.Company.Application;
import org.traverse.api.demo.Company.ApplicationState;
import org.traverse.api.demo.Company.Gig;
import org.traverse.api.demo.Company.GigState;
import org.traverse.api.demo.Step.Trace;
import org.traverse.application.ApplicationCommand.AcceptOffer;
import org.traverse.application.ApplicationCommand.Apply;
import org.traverse.application.ApplicationCommand.MakeOffer;
import org.traverse.application.ApplicationCommand.Reject;
import org.traverse.application.ApplicationCommand.Withdraw;
import org.traverse.application.ApplicationEvent.Applied;
import org.traverse.application.ApplicationEvent.Closed;
import org.traverse.application.ApplicationEvent.OfferAccepted;
import org.traverse.application.ApplicationEvent.OfferMade;
import org.traverse.application.ApplicationEvent.Rejected;
import org.traverse.application.ApplicationEvent.Withdrawn;
import org.traverse.assignment.AssignmentCommand.CompleteAssignment;
import org.traverse.assignment.AssignmentEvent.AssignmentCompleted;
import org.traverse.assignment.AssignmentEvent.AssignmentStarted;
import org.traverse.assignment.AssignmentId;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigCommand.CancelGig;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigCommand.RankPeople;
import org.traverse.gig.GigEvent.GigCompleted;
import org.traverse.gig.GigEvent.GigDrafted;
import org.traverse.gig.GigEvent.GigPublished;
import org.traverse.preferences.PreferencesCommand.RankGigs;

/** Gigs and those who want them, each brought to the state it is in on the first day. */
class WorkStages {
    private final Company company;

    WorkStages(Company company) {
        this.company = company;
    }

    List<Stage> stages() {
        return List.of(
                Stage.of(company.gigs().stream().map(this::post).toList()),
                new Stage(
                        company.applications().stream().map(this::apply).toList(),
                        applications(ApplicationState::takesSeat)
                                .map(a -> Trace.of(assignment(a), AssignmentStarted.class))
                                .toList()),
                new Stage(
                        applications(ApplicationState.COMPLETED::equals)
                                .map(a -> List.of(complete(a)))
                                .toList(),
                        gigs(GigState.COMPLETED)
                                .map(gig -> Trace.of(Keys.gig(gig.title()), GigCompleted.class))
                                .toList()),
                new Stage(
                        gigs(GigState.CANCELLED)
                                .map(gig -> List.of(repeatable(new CancelGig(Keys.gig(gig.title()), gig.remark()))))
                                .toList(),
                        gigs(GigState.CANCELLED)
                                .flatMap(gig -> applications(ApplicationState.APPLIED::equals)
                                        .filter(application -> application.gig().equals(gig.title())))
                                .map(application -> Trace.of(Keys.application(application), Closed.class))
                                .toList()),
                Stage.of(Stream.concat(
                                company.rankings().ofGigs().entrySet().stream().map(WorkStages::rankGigs),
                                company.rankings().ofPeople().entrySet().stream()
                                        .map(WorkStages::rankPeople))
                        .map(List::of)
                        .toList()));
    }

    private static Step rankGigs(Map.Entry<String, List<String>> ranking) {
        return repeatable(new RankGigs(
                Keys.person(ranking.getKey()),
                ranking.getValue().stream().map(Keys::gig).toList()));
    }

    private static Step rankPeople(Map.Entry<String, List<String>> ranking) {
        return repeatable(new RankPeople(
                Keys.gig(ranking.getKey()),
                ranking.getValue().stream().map(Keys::person).toList()));
    }

    private Stream<Application> applications(Predicate<ApplicationState> in) {
        return company.applications().stream().filter(application -> in.test(application.state()));
    }

    private Stream<Gig> gigs(GigState state) {
        return company.gigs().stream().filter(gig -> gig.state() == state);
    }

    private List<Step> post(Gig gig) {
        var id = Keys.gig(gig.title());
        var steps = new ArrayList<Step>();
        steps.add(once(
                new DraftGig(
                        id,
                        Keys.person(gig.owner()),
                        Keys.unit(gig.unit()),
                        gig.title(),
                        gig.description(),
                        gig.hours(),
                        gig.from(),
                        gig.to(),
                        gig.seats(),
                        Keys.requirements(gig.requirements()),
                        gig.terms()),
                id,
                GigDrafted.class));
        if (gig.state() != GigState.DRAFT) {
            steps.add(once(new PublishGig(id), id, GigPublished.class));
        }
        return steps;
    }

    private List<Step> apply(Application application) {
        var id = Keys.application(application);
        var gig = Keys.gig(application.gig());
        var note = application.state() == ApplicationState.APPLIED ? application.words() : "";
        var applied = once(new Apply(Keys.person(application.person()), gig, note), id, Applied.class);
        var offered = once(new MakeOffer(id, owner(application)), id, OfferMade.class);
        return switch (application.state()) {
            case APPLIED -> List.of(applied);
            case OFFERED -> List.of(applied, offered);
            case ACCEPTED, RUNNING, COMPLETED ->
                List.of(applied, offered, once(new AcceptOffer(id), id, OfferAccepted.class));
            case REJECTED ->
                List.of(
                        applied,
                        once(
                                new Reject(
                                        id,
                                        owner(application),
                                        application.code().orElseThrow(),
                                        application.words()),
                                id,
                                Rejected.class));
            case WITHDRAWN -> List.of(applied, once(new Withdraw(id), id, Withdrawn.class));
        };
    }

    private Step complete(Application application) {
        var id = assignment(application);
        return once(new CompleteAssignment(id, owner(application), application.words()), id, AssignmentCompleted.class);
    }

    private static AssignmentId assignment(Application application) {
        return AssignmentId.of(Keys.application(application));
    }

    private EmployeeId owner(Application application) {
        return company.gigs().stream()
                .filter(gig -> gig.title().equals(application.gig()))
                .map(gig -> Keys.person(gig.owner()))
                .findAny()
                .orElseThrow();
    }
}

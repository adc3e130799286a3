package org.traverse.api.marketplace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.traverse.RuleViolated;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.application.ApplicationCommand.AcceptOffer;
import org.traverse.application.ApplicationCommand.Apply;
import org.traverse.application.ApplicationCommand.DeclineOffer;
import org.traverse.application.ApplicationCommand.MakeOffer;
import org.traverse.application.ApplicationCommand.OfferDirectly;
import org.traverse.application.ApplicationCommand.Reject;
import org.traverse.application.ApplicationCommand.Withdraw;
import org.traverse.application.ApplicationId;
import org.traverse.application.RejectionCode;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigCommand.RequireSeatFor;
import org.traverse.gig.GigId;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;
import org.traverse.readmodel.applicationboard.ApplicationBoard;
import org.traverse.readmodel.applicationboard.ApplicationBoard.Application;
import org.traverse.readmodel.gigboard.GigBoard.Gig;

/** Applications as both sides handle them. */
@Component
public class Applications {
    private final ApplicationBoard applications;
    private final Postings postings;
    private final Access access;
    private final Commands commands;
    private final Clock clock;

    Applications(ApplicationBoard applications, Postings postings, Access access, Commands commands, Clock clock) {
        this.applications = applications;
        this.postings = postings;
        this.access = access;
        this.commands = commands;
        this.clock = clock;
    }

    /** @throws RuleViolated when the gig seeks nobody any more, or is the caller's own */
    public ApplicationId apply(Caller caller, UUID gig, String note) {
        access.mayApply(caller).enforce();
        EmployeeId employee = caller.self();
        commands.once(() -> {
            if (open(caller, gig).owner().equals(employee.value())) {
                throw new RuleViolated("this gig is your own");
            }
            commands.send(new Apply(employee, new GigId(gig), note));
        });
        return ApplicationId.of(employee, new GigId(gig));
    }

    /** Offers a seat to somebody who has not applied. */
    public ApplicationId offerTo(Caller caller, UUID gig, EmployeeId employee) {
        commands.once(() -> {
            Gig posting = postings.seen(caller, gig);
            access.mayDecideOn(caller, employee, new EmployeeId(posting.owner()), new OrgUnitId(posting.orgUnit()))
                    .enforce();
            commands.send(new RequireSeatFor(new GigId(gig), employee));
            commands.send(new OfferDirectly(employee, new GigId(gig), caller.self()));
        });
        return ApplicationId.of(employee, new GigId(gig));
    }

    public void offer(Caller caller, UUID id) {
        commands.once(() -> {
            Application application = find(id);
            enforceDecides(caller, application);
            commands.send(new RequireSeatFor(new GigId(application.gig()), applicant(application)));
            commands.send(new MakeOffer(new ApplicationId(id), caller.self()));
        });
    }

    public void reject(Caller caller, UUID id, RejectionCode code, String reason) {
        commands.once(() -> {
            enforceDecides(caller, find(id));
            commands.send(new Reject(new ApplicationId(id), caller.self(), code, reason));
        });
    }

    public void accept(Caller caller, UUID id) {
        commands.once(() -> {
            enforceAnswers(caller, find(id));
            commands.send(new AcceptOffer(new ApplicationId(id)));
        });
    }

    public void decline(Caller caller, UUID id, String reason) {
        commands.once(() -> {
            enforceAnswers(caller, find(id));
            commands.send(new DeclineOffer(new ApplicationId(id), reason));
        });
    }

    public void withdraw(Caller caller, UUID id) {
        commands.once(() -> {
            enforceAnswers(caller, find(id));
            commands.send(new Withdraw(new ApplicationId(id)));
        });
    }

    public Page<Application> seenBy(Caller caller, ListRequest asked) {
        return applications.within(access.applicationsSeenBy(caller), asked);
    }

    public Application seen(Caller caller, UUID id) {
        Application application = find(id);
        access.seesApplication(caller, applicant(application), owner(application), unit(application))
                .enforce();
        return application;
    }

    private Gig open(Caller caller, UUID gig) {
        Gig posting = postings.seen(caller, gig);
        if (!posting.isOpen(LocalDate.now(clock))) {
            throw new RuleViolated("this gig is not open: it is " + posting.phase(LocalDate.now(clock)));
        }
        return posting;
    }

    private void enforceDecides(Caller caller, Application application) {
        access.mayDecideOn(caller, applicant(application), owner(application), unit(application))
                .enforce();
    }

    private void enforceAnswers(Caller caller, Application application) {
        access.mayAnswer(caller, applicant(application), owner(application), unit(application))
                .enforce();
    }

    private Application find(UUID id) {
        return applications.find(id).orElseThrow(() -> new Unknown("application"));
    }

    private static EmployeeId applicant(Application application) {
        return new EmployeeId(application.employee());
    }

    private static EmployeeId owner(Application application) {
        return new EmployeeId(application.gigOwner());
    }

    private static OrgUnitId unit(Application application) {
        return new OrgUnitId(application.gigUnit());
    }
}

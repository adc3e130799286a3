package org.traverse.api.marketplace;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.traverse.RuleViolated;
import org.traverse.api.inquiry.Inquiries;
import org.traverse.api.inquiry.Inquiries.Inquiry;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.readmodel.planboard.PlanBoard.Plan;

/** Inquiries into the runs of plans, by those who may use the plan. */
@Component
public class PlanInquiries {
    private final Plans plans;
    private final Inquiries inquiries;
    private final Commands commands;

    PlanInquiries(Plans plans, Inquiries inquiries, Commands commands) {
        this.plans = plans;
        this.inquiries = inquiries;
        this.commands = commands;
    }

    /**
     * @param run the newest unless another is given
     * @param employee whom to find out about; none to run it again
     */
    public UUID begin(Caller caller, UUID plan, Optional<UUID> run, Optional<UUID> employee) {
        UUID id = commands.newId();
        Plan asked = plans.seen(caller, plan);
        employee.ifPresent(person -> plans.mustPlanFor(caller, person));
        UUID about = run.or(() -> Optional.ofNullable(asked.run()))
                .orElseThrow(() -> new RuleViolated("this plan has not been run yet"));
        inquiries.begin(id, plan, about, employee);
        return id;
    }

    public Inquiry seen(Caller caller, UUID plan, UUID id) {
        plans.seen(caller, plan);
        return inquiries
                .find(id)
                .filter(inquiry -> inquiry.plan().equals(plan))
                .orElseThrow(() -> new Unknown("inquiry"));
    }

    public void stop(Caller caller, UUID plan, UUID id) {
        inquiries.requestStop(seen(caller, plan, id).id());
    }
}

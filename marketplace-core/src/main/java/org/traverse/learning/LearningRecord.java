package org.traverse.learning;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.traverse.Time.now;
import static org.traverse.Time.today;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.traverse.RuleViolated;
import org.traverse.learning.LearningRecordCommand.CompleteLearning;
import org.traverse.learning.LearningRecordCommand.Enrol;
import org.traverse.learning.LearningRecordEvent.Enrolled;
import org.traverse.learning.LearningRecordEvent.LearningCompleted;

/** One person learning one thing; it gives what was promised on the day of enrolment. */
@Aggregate
class LearningRecord {
    @AggregateIdentifier
    private LearningRecordId id;

    private Enrolled enrolled;
    private boolean completed;

    LearningRecord() {} // Axon replays events onto an empty instance

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Enrol c, Clock clock) {
        if (enrolled == null) {
            apply(new Enrolled(c.id(), c.employee(), c.resource(), c.gives(), now(clock)));
        }
    }

    @CommandHandler
    void handle(CompleteLearning c, Clock clock) {
        if (completed) {
            throw new RuleViolated("this is completed already");
        }
        var enrolledOn = LocalDate.ofInstant(enrolled.at(), ZoneOffset.UTC);
        if (c.on().isBefore(enrolledOn)) {
            throw new RuleViolated("it cannot be completed on " + c.on() + ", before the enrolment on " + enrolledOn);
        }
        if (c.on().isAfter(today(clock))) {
            throw new RuleViolated("it cannot be completed on " + c.on() + ", which is yet to come");
        }
        apply(new LearningCompleted(id, enrolled.employee(), enrolled.resource(), enrolled.gives(), c.on()));
    }

    @EventSourcingHandler
    void on(Enrolled event) {
        id = event.id();
        enrolled = event;
    }

    @EventSourcingHandler
    void on(LearningCompleted event) {
        completed = true;
    }
}

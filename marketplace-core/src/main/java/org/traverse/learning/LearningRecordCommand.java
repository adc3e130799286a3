package org.traverse.learning;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.Bounds;
import org.traverse.employee.EmployeeId;

/** Everything one can ask of a person's record for one learning resource. */
public sealed interface LearningRecordCommand {
    /** @param gives what the resource promised on the day of enrolment */
    record Enrol(
            @TargetAggregateIdentifier LearningRecordId id,
            EmployeeId employee,
            LearningResourceId resource,
            List<SkillGain> gives)
            implements LearningRecordCommand {
        public Enrol {
            gives = SkillGain.distinct(gives);
        }

        public Enrol(EmployeeId employee, LearningResourceId resource, List<SkillGain> gives) {
            this(LearningRecordId.of(employee, resource), employee, resource, gives);
        }
    }

    record CompleteLearning(@TargetAggregateIdentifier LearningRecordId id, LocalDate on)
            implements LearningRecordCommand {
        public CompleteLearning {
            Bounds.date("on", on);
        }
    }
}

package org.traverse.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.traverse.EventName;
import org.traverse.employee.EmployeeId;

/** The life of a learning record. Stored for ever: add, never edit. */
public sealed interface LearningRecordEvent {
    LearningRecordId id();

    @EventName("learning-record.enrolled")
    record Enrolled(
            LearningRecordId id, EmployeeId employee, LearningResourceId resource, List<SkillGain> gives, Instant at)
            implements LearningRecordEvent {}

    @EventName("learning-record.completed")
    record LearningCompleted(
            LearningRecordId id, EmployeeId employee, LearningResourceId resource, List<SkillGain> gives, LocalDate on)
            implements LearningRecordEvent {}
}

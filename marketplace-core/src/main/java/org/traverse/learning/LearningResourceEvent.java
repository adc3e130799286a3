package org.traverse.learning;

import java.util.List;
import org.traverse.EventName;

/** The life of an item of the learning catalogue. Stored for ever: add, never edit. */
public sealed interface LearningResourceEvent {
    LearningResourceId id();

    @EventName("learning-resource.added")
    record LearningResourceAdded(
            LearningResourceId id,
            String title,
            String description,
            String provider,
            Modality modality,
            int hours,
            Price price,
            List<SkillGain> gives)
            implements LearningResourceEvent {}
}

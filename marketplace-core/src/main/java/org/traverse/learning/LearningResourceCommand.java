package org.traverse.learning;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of an item of the learning catalogue. */
public sealed interface LearningResourceCommand {
    /** Adds an item; asking twice changes nothing. Duration is in hours. */
    record AddLearningResource(
            @TargetAggregateIdentifier LearningResourceId id,
            String title,
            String description,
            String provider,
            Modality modality,
            int hours,
            Price price,
            List<SkillGain> gives)
            implements LearningResourceCommand {}
}

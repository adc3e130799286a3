package org.traverse.learning;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.Bounds;

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
            implements LearningResourceCommand {
        public AddLearningResource {
            title = Bounds.text("title", title, 200);
            description = Bounds.textOrEmpty("description", description, 4000);
            provider = Bounds.text("provider", provider, 200);
            Bounds.number("hours", hours, 1, 10_000);
            gives = SkillGain.distinct(gives);
        }
    }
}

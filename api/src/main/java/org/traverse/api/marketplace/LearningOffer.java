package org.traverse.api.marketplace;

import java.util.UUID;
import org.traverse.matching.learningplan.LearningItem;
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.learningcatalogue.LearningCatalogue;

/** What a learning plan may be made of: something of the catalogue, or an open gig that teaches whoever does it. */
public sealed interface LearningOffer {
    LearningItem item();

    String title();

    default UUID id() {
        return item().id();
    }

    record Listed(LearningItem item, LearningCatalogue.Item entry) implements LearningOffer {
        @Override
        public String title() {
            return entry.title();
        }
    }

    record OpenGig(LearningItem item, GigBoard.Gig gig) implements LearningOffer {
        @Override
        public String title() {
            return gig.title();
        }
    }
}

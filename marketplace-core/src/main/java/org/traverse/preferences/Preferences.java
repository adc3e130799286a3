package org.traverse.preferences;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.traverse.Time.now;

import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.traverse.Ranking;
import org.traverse.gig.GigId;
import org.traverse.preferences.PreferencesCommand.OptInToMatching;
import org.traverse.preferences.PreferencesCommand.OptOutOfMatching;
import org.traverse.preferences.PreferencesCommand.RankGigs;
import org.traverse.preferences.PreferencesCommand.StatePreferences;
import org.traverse.preferences.PreferencesEvent.GigsRanked;
import org.traverse.preferences.PreferencesEvent.MatchingOptedIn;
import org.traverse.preferences.PreferencesEvent.MatchingOptedOut;
import org.traverse.preferences.PreferencesEvent.PreferencesStated;

/** What one person wants, which gigs most, and whether they want to be matched at all. Nobody else decides any of it. */
@Aggregate
class Preferences {
    @AggregateIdentifier
    private PreferencesId id;

    private Statement stated = Statement.NOTHING;
    private List<GigId> ranked = List.of();
    private boolean optedOut;

    Preferences() {} // Axon replays events onto an empty instance

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StatePreferences c) {
        if (!c.stated().equals(stated)) {
            apply(new PreferencesStated(c.id(), c.employee(), c.stated()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RankGigs c) {
        if (!c.gigs().equals(ranked)) {
            Ranking.mustStillBe(c.from(), ranked);
            apply(new GigsRanked(c.id(), c.employee(), c.gigs()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OptOutOfMatching c, Clock clock) {
        if (!optedOut) {
            apply(new MatchingOptedOut(c.id(), c.employee(), now(clock)));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OptInToMatching c, Clock clock) {
        if (optedOut) {
            apply(new MatchingOptedIn(c.id(), c.employee(), now(clock)));
        }
    }

    @EventSourcingHandler
    void on(PreferencesStated event) {
        id = event.id();
        stated = event.stated();
    }

    @EventSourcingHandler
    void on(GigsRanked event) {
        id = event.id();
        ranked = event.gigs();
    }

    @EventSourcingHandler
    void on(MatchingOptedOut event) {
        id = event.id();
        optedOut = true;
    }

    @EventSourcingHandler
    void on(MatchingOptedIn event) {
        optedOut = false;
    }
}

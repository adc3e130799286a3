package org.traverse.api.marketplace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.traverse.RuleViolated;
import org.traverse.api.security.Caller;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;
import org.traverse.preferences.PreferencesCommand.OptInToMatching;
import org.traverse.preferences.PreferencesCommand.OptOutOfMatching;
import org.traverse.preferences.PreferencesCommand.RankGigs;
import org.traverse.preferences.PreferencesCommand.StatePreferences;
import org.traverse.preferences.Statement;
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.gigboard.GigBoard.Gig;
import org.traverse.readmodel.preferences.StatedPreferences;

/** What people say they want, and whether they want to be matched. Nobody says it for somebody else, or reads it. */
@Component
public class PersonalPreferences {
    private final StatedPreferences preferences;
    private final GigBoard gigs;
    private final Commands commands;

    PersonalPreferences(StatedPreferences preferences, GigBoard gigs, Commands commands) {
        this.preferences = preferences;
        this.gigs = gigs;
        this.commands = commands;
    }

    public StatedPreferences.Preferences of(Caller caller) {
        return preferences.of(caller.self().value());
    }

    /** Takes the place of all that was stated before. */
    public void state(Caller caller, Statement stated) {
        commands.send(new StatePreferences(caller.self(), stated));
    }

    /** The gigs that are ranked, most wanted first, open or not. */
    public List<Gig> ranked(Caller caller) {
        List<UUID> ranked = of(caller).ranked();
        Map<UUID, Gig> known = known(ranked);
        return ranked.stream().filter(known::containsKey).map(known::get).toList();
    }

    /**
     * Takes the place of what was ranked before. A gig that seeks nobody any more may stay, and counts for nothing.
     *
     * @param from what was ranked before, where it must still be; empty where that is all the same
     */
    public void rank(Caller caller, List<UUID> ranked, Optional<List<UUID>> from) {
        commands.once(() -> {
            enforceMayBeRanked(caller, ranked);
            commands.send(new RankGigs(caller.self(), ids(ranked), from.map(PersonalPreferences::ids)));
        });
    }

    private void enforceMayBeRanked(Caller caller, List<UUID> ranked) {
        Map<UUID, Gig> known = known(ranked);
        for (int i = 0; i < ranked.size(); i++) {
            Gig gig = known.get(ranked.get(i));
            if (gig == null || gig.state() == GigBoard.State.DRAFT) {
                throw new IllegalArgumentException("gigs[" + i + "]: there is no such gig");
            }
            if (caller.is(new EmployeeId(gig.owner()))) {
                throw new RuleViolated("nobody takes a seat in their own gig");
            }
        }
    }

    private static List<GigId> ids(List<UUID> gigs) {
        return gigs.stream().map(GigId::new).toList();
    }

    private Map<UUID, Gig> known(List<UUID> ids) {
        return gigs.find(ids).stream().collect(Collectors.toMap(Gig::id, Function.identity()));
    }

    public void optOut(Caller caller) {
        commands.send(new OptOutOfMatching(caller.self()));
    }

    public void optIn(Caller caller) {
        commands.send(new OptInToMatching(caller.self()));
    }
}

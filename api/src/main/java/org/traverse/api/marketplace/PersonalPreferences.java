package org.traverse.api.marketplace;

import org.springframework.stereotype.Component;
import org.traverse.api.security.Caller;
import org.traverse.preferences.PreferencesCommand.OptInToMatching;
import org.traverse.preferences.PreferencesCommand.OptOutOfMatching;
import org.traverse.preferences.PreferencesCommand.StatePreferences;
import org.traverse.preferences.Statement;
import org.traverse.readmodel.preferences.StatedPreferences;

/** What people say they want, and whether they want to be matched. Nobody says it for somebody else, or reads it. */
@Component
public class PersonalPreferences {
    private final StatedPreferences preferences;
    private final Commands commands;

    PersonalPreferences(StatedPreferences preferences, Commands commands) {
        this.preferences = preferences;
        this.commands = commands;
    }

    public StatedPreferences.Preferences of(Caller caller) {
        return preferences.of(caller.self().value());
    }

    /** Takes the place of all that was stated before. */
    public void state(Caller caller, Statement stated) {
        commands.send(new StatePreferences(caller.self(), stated));
    }

    public void optOut(Caller caller) {
        commands.send(new OptOutOfMatching(caller.self()));
    }

    public void optIn(Caller caller) {
        commands.send(new OptInToMatching(caller.self()));
    }
}

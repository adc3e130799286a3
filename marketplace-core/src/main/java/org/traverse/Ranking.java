package org.traverse;

import java.util.List;
import java.util.Optional;

/** What somebody wants, most wanted first, of which all is said anew whenever something is to be otherwise. */
public final class Ranking {
    private Ranking() {}

    /**
     * So that nobody undoes unseen what somebody else, or they themselves elsewhere, have changed meanwhile.
     *
     * @param from what a change started from; empty where that is all the same
     */
    public static <T> void mustStillBe(Optional<List<T>> from, List<T> ranked) {
        if (from.isPresent() && !from.get().equals(ranked)) {
            throw new RuleViolated("the ranking has changed meanwhile: look again");
        }
    }
}

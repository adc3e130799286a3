package org.traverse.matching.facts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How well a person knows a skill, level 1-5, and the date of the newest evidence that somebody or something else gave
 * for it; without a date it is only the person's own claim.
 */
public record KnownSkill(int level, Optional<LocalDate> provenOn) {

    public KnownSkill {
        Checked.between("level", level, 1, 5);
        Checked.present("provenOn", provenOn);
    }
}

package org.traverse.skillprofile;

import org.traverse.EventName;
import org.traverse.Personal;
import org.traverse.employee.EmployeeId;
import org.traverse.skill.Proficiency;
import org.traverse.skill.SkillId;

/** The life of a skill profile. Stored for ever: add, never edit. */
public sealed interface SkillProfileEvent {
    SkillProfileId id();

    /**
     * @param claimed the level this evidence speaks for
     * @param held the level the person now counts as having: the newest self-claim, or the highest anybody else vouches
     *     for, whichever is higher
     */
    @EventName("skill-profile.skill-evidenced")
    record SkillEvidenced(
            SkillProfileId id,
            EmployeeId employee,
            SkillId skill,
            @Personal(subject = "employee") Proficiency claimed,
            @Personal(subject = "employee") Evidence evidence,
            @Personal(subject = "employee") Proficiency held)
            implements SkillProfileEvent {
        /** Nothing more is known than that there was something. */
        public boolean wasErased() {
            return held == null;
        }
    }
}

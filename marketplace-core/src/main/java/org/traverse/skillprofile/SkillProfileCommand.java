package org.traverse.skillprofile;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.Bounds;
import org.traverse.employee.EmployeeId;
import org.traverse.skill.Proficiency;
import org.traverse.skill.SkillId;

/** Everything one can ask of a skill profile. */
public sealed interface SkillProfileCommand {
    /** One skill at one level, and why. */
    record Claim(SkillId skill, Proficiency level, Evidence evidence) {}

    /** Adds evidence to a profile, starting it if need be; what is already there changes nothing. */
    record RecordEvidence(@TargetAggregateIdentifier SkillProfileId id, EmployeeId employee, List<Claim> claims)
            implements SkillProfileCommand {
        public RecordEvidence {
            claims = Bounds.list("claims", claims, 200);
            if (claims.isEmpty()) {
                throw new IllegalArgumentException("claims is missing");
            }
        }

        public RecordEvidence(EmployeeId employee, List<Claim> claims) {
            this(SkillProfileId.of(employee), employee, claims);
        }
    }
}

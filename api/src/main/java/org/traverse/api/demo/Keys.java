package org.traverse.api.demo;

import java.util.List;
import org.traverse.NamedIds;
import org.traverse.api.demo.Company.Application;
import org.traverse.api.demo.Company.Level;
import org.traverse.application.ApplicationId;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigId;
import org.traverse.learning.LearningResourceId;
import org.traverse.learning.SkillGain;
import org.traverse.role.RoleId;
import org.traverse.skill.Proficiency;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillId;

/** From the names of the demo company to ids that are the same in every run. */
class Keys {
    private Keys() {}

    static SkillId skill(String name) {
        return new SkillId(NamedIds.of("demo/skill/" + name));
    }

    static RoleId role(String title) {
        return new RoleId(NamedIds.of("demo/role/" + title));
    }

    static OrgUnitId unit(String name) {
        return new OrgUnitId(NamedIds.of("demo/unit/" + name));
    }

    static EmployeeId person(String key) {
        return new EmployeeId(NamedIds.of("demo/person/" + key));
    }

    static GigId gig(String title) {
        return new GigId(NamedIds.of("demo/gig/" + title));
    }

    static LearningResourceId learning(String title) {
        return new LearningResourceId(NamedIds.of("demo/learning/" + title));
    }

    static ApplicationId application(Application application) {
        return ApplicationId.of(person(application.person()), gig(application.gig()));
    }

    static List<Requirement> requirements(List<Company.Requirement> requirements) {
        return requirements.stream()
                .map(asked -> asked.must()
                        ? Requirement.must(skill(asked.skill()), asked.level())
                        : Requirement.desirable(skill(asked.skill()), asked.level()))
                .toList();
    }

    static List<SkillGain> gains(List<Level> levels) {
        return levels.stream()
                .map(level -> new SkillGain(skill(level.skill()), Proficiency.of(level.level())))
                .toList();
    }
}

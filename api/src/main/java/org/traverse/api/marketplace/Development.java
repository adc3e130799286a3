package org.traverse.api.marketplace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.employee.EmployeeId;
import org.traverse.learning.LearningRecordCommand.CompleteLearning;
import org.traverse.learning.LearningRecordCommand.Enrol;
import org.traverse.learning.LearningRecordId;
import org.traverse.learning.LearningResourceId;
import org.traverse.readmodel.learningcatalogue.LearningCatalogue;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;
import org.traverse.skill.Proficiency;
import org.traverse.skill.SkillId;
import org.traverse.skillprofile.Evidence;
import org.traverse.skillprofile.Evidence.Voucher;
import org.traverse.skillprofile.SkillProfileCommand.Claim;
import org.traverse.skillprofile.SkillProfileCommand.RecordEvidence;

/** What people do for their own skills. Nobody does it for somebody else. */
@Component
public class Development {
    private final SkillCatalogue skills;
    private final LearningCatalogue learning;
    private final Commands commands;
    private final Clock clock;

    Development(SkillCatalogue skills, LearningCatalogue learning, Commands commands, Clock clock) {
        this.skills = skills;
        this.learning = learning;
        this.commands = commands;
        this.clock = clock;
    }

    public void claim(Caller caller, UUID skill, int level) {
        EmployeeId self = caller.self();
        commands.once(() -> {
            var known = skills.find(skill)
                    .orElseThrow(() -> new IllegalArgumentException("skill: there is no skill " + skill));
            commands.send(new RecordEvidence(
                    self,
                    List.of(new Claim(
                            new SkillId(known.id()),
                            Proficiency.of(level),
                            new Evidence(Voucher.SELF, self.value(), LocalDate.now(clock))))));
        });
    }

    public LearningRecordId enrol(Caller caller, UUID resource) {
        EmployeeId self = caller.self();
        commands.once(() -> {
            var item = learning.find(resource).orElseThrow(() -> new Unknown("learning item"));
            commands.send(new Enrol(self, new LearningResourceId(resource), item.gives()));
        });
        return LearningRecordId.of(self, new LearningResourceId(resource));
    }

    /** Leaves evidence of what the item promised on the person's profile. */
    public void complete(Caller caller, UUID id) {
        commands.once(() -> {
            var mine = learning.record(id)
                    .filter(found -> caller.is(new EmployeeId(found.employee())))
                    .orElseThrow(() -> new Unknown("learning record"));
            commands.send(new CompleteLearning(new LearningRecordId(mine.id()), LocalDate.now(clock)));
        });
    }
}

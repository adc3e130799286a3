package org.traverse.api.demo;

import java.util.UUID;
import org.traverse.NamedIds;
import org.traverse.api.demo.Company.Claim;
import org.traverse.api.demo.Company.Person;
import org.traverse.learning.LearningRecordId;
import org.traverse.skill.Proficiency;
import org.traverse.skillprofile.Evidence;
import org.traverse.skillprofile.SkillProfileCommand;

/** Says who or what stands behind a claim of somebody in the demo company. */
class Vouching {
    private final Company company;

    Vouching(Company company) {
        this.company = company;
    }

    SkillProfileCommand.Claim claim(Person person, Claim claim) {
        return new SkillProfileCommand.Claim(
                Keys.skill(claim.skill()),
                Proficiency.of(claim.level()),
                new Evidence(claim.voucher(), reference(person, claim), claim.on()));
    }

    private UUID reference(Person person, Claim claim) {
        return switch (claim.voucher()) {
            case SELF -> Keys.person(person.key()).value();
            case MANAGER -> Keys.person(person.manager().orElse(person.key())).value();
            case PEER -> Keys.person(colleague(person)).value();
            case LEARNING ->
                LearningRecordId.of(
                                Keys.person(person.key()),
                                Keys.learning(claim.learning().orElseThrow()))
                        .value();
            case GIG, BADGE -> NamedIds.of("demo/earlier-gig/" + person.key() + "/" + claim.skill());
        };
    }

    private String colleague(Person person) {
        return Draw.of("colleague of " + person.key())
                .one(company.people().stream()
                        .filter(other -> other.unit().equals(person.unit()) && !other.equals(person))
                        .toList())
                .key();
    }
}

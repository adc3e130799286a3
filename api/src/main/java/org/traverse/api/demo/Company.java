package org.traverse.api.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.traverse.application.RejectionCode;
import org.traverse.gig.Terms;
import org.traverse.learning.Modality;
import org.traverse.learning.Price;
import org.traverse.skill.Language;
import org.traverse.skill.SkillKind;
import org.traverse.skillprofile.Evidence.Voucher;

/**
 * A company to try things out with. Skills, units, roles, gigs and learning are referred to by name or title, people by
 * key. Hours are hours per ISO week.
 */
record Company(
        List<Skill> skills,
        List<Role> roles,
        List<Learning> learning,
        List<Unit> units,
        List<Person> people,
        List<Gig> gigs,
        List<Application> applications,
        Rankings rankings) {

    /** @param inHouse whether anybody here is supposed to have it */
    record Skill(String name, SkillKind kind, String family, boolean inHouse) {}

    record Level(String skill, int level) {}

    record Requirement(String skill, int level, boolean must) {}

    record Role(String title, String family, List<String> next, List<Requirement> requirements, String description) {}

    record Learning(
            String title,
            String provider,
            Modality modality,
            int hours,
            Price price,
            List<Level> gives,
            String description) {}

    /** @param hrbp who is responsible for this unit and those below it, where that is said here */
    record Unit(String name, Optional<String> parent, String lead, Optional<String> hrbp) {}

    /** @param learning the item that taught it, when the voucher is learning */
    record Claim(String skill, int level, Voucher voucher, LocalDate on, Optional<String> learning) {}

    /** @param completedOn empty while still at it */
    record Enrolment(String learning, Optional<LocalDate> completedOn) {}

    /** What somebody says of where and how they work, and would like to; languages are codes. */
    record Wants(
            Optional<String> place,
            Optional<String> zone,
            List<Language> languages,
            List<String> aims,
            List<String> topics,
            List<String> places,
            int mostHours) {}

    /**
     * @param user the name to sign in with, for the personas
     * @param wants empty for the many who have stated nothing
     */
    record Person(
            String key,
            Optional<String> user,
            String name,
            String email,
            String unit,
            String role,
            Optional<String> manager,
            LocalDate hiredOn,
            int hours,
            List<Claim> claims,
            List<Enrolment> enrolments,
            Optional<Wants> wants,
            boolean optedOut) {

        int level(String skill) {
            return claims.stream()
                    .filter(claim -> claim.skill().equals(skill))
                    .mapToInt(Claim::level)
                    .max()
                    .orElse(0);
        }

        boolean meets(Requirement requirement) {
            return level(requirement.skill()) >= requirement.level();
        }
    }

    enum GigState {
        DRAFT,
        OPEN,
        STAFFED,
        RUNNING,
        COMPLETED,
        CANCELLED
    }

    /** @param remark why it was cancelled, else empty */
    record Gig(
            String title,
            GigState state,
            String unit,
            String owner,
            int hours,
            LocalDate from,
            LocalDate to,
            int seats,
            List<Requirement> requirements,
            String description,
            String remark,
            Terms terms) {

        boolean qualifies(Person person) {
            return requirements.stream().filter(Requirement::must).allMatch(person::meets);
        }

        boolean canTake(Person person) {
            return person.hours() >= hours && !person.key().equals(owner) && qualifies(person);
        }
    }

    enum ApplicationState {
        APPLIED,
        OFFERED,
        ACCEPTED,
        RUNNING,
        COMPLETED,
        REJECTED,
        WITHDRAWN;

        boolean takesSeat() {
            return this == ACCEPTED || this == RUNNING || this == COMPLETED;
        }
    }

    /** @param words the applicant's note, the reason of a rejection, or the feedback at the end; may be empty */
    record Application(String gig, String person, ApplicationState state, Optional<RejectionCode> code, String words) {}

    Person person(String key) {
        return people.stream()
                .filter(person -> person.key().equals(key))
                .findAny()
                .orElseThrow();
    }
}

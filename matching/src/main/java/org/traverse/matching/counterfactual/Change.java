package org.traverse.matching.counterfactual;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;
import org.traverse.matching.staffing.StaffingProblem;

/** One fact that might be otherwise, about a person or the work they might do, by the smallest step of its kind. */
public sealed interface Change {

    /** The same batch, in this one respect otherwise. */
    StaffingProblem in(StaffingProblem problem, Person person);

    /** One about the person. */
    sealed interface OfPerson extends Change {

        /** The same person, in this one respect otherwise. */
        Person to(Person person);

        @Override
        default StaffingProblem in(StaffingProblem problem, Person person) {
            return problem.with(to(person));
        }
    }

    /** Work whose first day is a later one, for whoever does it. */
    record WorkBeginsOn(Work work, LocalDate from) implements Change {
        @Override
        public StaffingProblem in(StaffingProblem problem, Person person) {
            return problem.with(work.beginningOn(from));
        }
    }

    /** One level more of one skill, 1 where the skill is not known; when it was last shown stays as it is. */
    record OneLevelMore(UUID skill, int level) implements OfPerson {
        @Override
        public Person to(Person person) {
            var skills = new HashMap<>(person.skills());
            var known = skills.get(skill);
            skills.put(skill, new KnownSkill(level, known == null ? Optional.empty() : known.provenOn()));
            return person.withSkills(skills);
        }
    }

    /** More hours per ISO week for the marketplace. */
    record MoreHours(int hoursPerWeek) implements OfPerson {
        @Override
        public Person to(Person person) {
            return person.withHoursPerWeek(person.hoursPerWeek() + hoursPerWeek);
        }
    }

    /** A commitment whose last day is an earlier one. */
    record EndsOn(Commitment commitment, LocalDate to) implements OfPerson {
        @Override
        public Person to(Person person) {
            return instead(person, commitment, new Commitment(commitment.from(), to, commitment.hoursPerWeek()));
        }
    }

    /** A commitment whose first day is a later one. */
    record BeginsOn(Commitment commitment, LocalDate from) implements OfPerson {
        @Override
        public Person to(Person person) {
            return instead(person, commitment, new Commitment(from, commitment.to(), commitment.hoursPerWeek()));
        }
    }

    private static Person instead(Person person, Commitment one, Commitment other) {
        var commitments = new ArrayList<>(person.commitments());
        commitments.set(commitments.indexOf(one), other);
        return person.withCommitments(commitments);
    }
}

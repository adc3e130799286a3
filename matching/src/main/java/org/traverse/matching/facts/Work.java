package org.traverse.matching.facts;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Something to be done: hours per ISO week between two civil dates, both included, and the skills it asks for. */
public record Work(
        UUID id, int hoursPerWeek, LocalDate from, LocalDate to, List<Requirement> requirements, Terms terms) {

    public Work {
        Checked.present("id", id);
        Checked.hoursPerWeek(hoursPerWeek);
        Checked.inOrder(from, to);
        requirements = List.copyOf(Checked.present("requirements", requirements));
        Checked.present("terms", terms);
        var skills = new HashSet<UUID>();
        for (var requirement : requirements) {
            if (!skills.add(requirement.skill())) {
                throw new IllegalArgumentException("skill " + requirement.skill() + " is required twice");
            }
        }
    }

    /** Work of which no more is said. */
    public Work(UUID id, int hoursPerWeek, LocalDate from, LocalDate to, List<Requirement> requirements) {
        this(id, hoursPerWeek, from, to, requirements, Terms.NONE);
    }

    public Work beginningOn(LocalDate other) {
        return new Work(id, hoursPerWeek, other, to, requirements, terms);
    }

    public Work withRanked(List<UUID> people) {
        return new Work(id, hoursPerWeek, from, to, requirements, terms.withRanked(people));
    }

    public boolean isOver(LocalDate today) {
        return to.isBefore(today);
    }

    /** What somebody who joins today promises: weeks that are gone cost nobody any time. */
    public Commitment remaining(LocalDate today) {
        return new Commitment(today.isAfter(from) && !isOver(today) ? today : from, to, hoursPerWeek);
    }
}

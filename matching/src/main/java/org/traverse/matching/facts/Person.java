package org.traverse.matching.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who may take on work: what they know, and the hours per ISO week they have for the marketplace. */
public record Person(
        UUID id,
        Map<UUID, KnownSkill> skills,
        int hoursPerWeek,
        List<Commitment> commitments,
        Circumstances circumstances,
        Wishes wishes) {

    public Person {
        Checked.present("id", id);
        skills = Map.copyOf(Checked.present("skills", skills));
        Checked.hoursPerWeek(hoursPerWeek);
        commitments = List.copyOf(Checked.present("commitments", commitments));
        Checked.present("circumstances", circumstances);
        Checked.present("wishes", wishes);
    }

    /** Somebody of whom no more is known. */
    public Person(UUID id, Map<UUID, KnownSkill> skills, int hoursPerWeek, List<Commitment> commitments) {
        this(id, skills, hoursPerWeek, commitments, Circumstances.UNKNOWN, Wishes.NONE);
    }

    public Person withSkills(Map<UUID, KnownSkill> others) {
        return new Person(id, others, hoursPerWeek, commitments, circumstances, wishes);
    }

    public Person withHoursPerWeek(int others) {
        return new Person(id, skills, others, commitments, circumstances, wishes);
    }

    public Person withCommitments(List<Commitment> others) {
        return new Person(id, skills, hoursPerWeek, others, circumstances, wishes);
    }

    public Person withRanked(List<UUID> works) {
        return new Person(id, skills, hoursPerWeek, commitments, circumstances, wishes.withRanked(works));
    }

    /** 0 when the person does not know the skill. */
    public int levelOf(UUID skill) {
        var known = skills.get(skill);
        return known == null ? 0 : known.level();
    }

    /** The hours that are free in the fullest ISO week between the two dates, both included. */
    public int freeHours(LocalDate from, LocalDate to) {
        Checked.inOrder(from, to);
        var first = IsoWeek.of(from);
        var last = IsoWeek.of(to);
        var free = freeIn(first);
        // Free time only shrinks where a commitment begins, so no other week needs a look, however long the time.
        for (var begins : commitments) {
            var week = begins.firstWeek();
            if (first < week && week <= last) {
                free = Math.min(free, freeIn(week));
            }
        }
        return free;
    }

    /** By how many hours the fullest ISO week would be too full if all of this were taken on; 0 when it fits. */
    public int hoursOver(List<Commitment> more) {
        var worst = 0;
        for (var begins : more) {
            worst = Math.max(worst, overIn(begins.firstWeek(), more));
        }
        for (var begins : commitments) {
            worst = Math.max(worst, overIn(begins.firstWeek(), more));
        }
        return worst;
    }

    private int overIn(long week, List<Commitment> more) {
        return hoursIn(week, more) - freeIn(week);
    }

    private int freeIn(long week) {
        return Math.max(0, hoursPerWeek - hoursIn(week, commitments));
    }

    private static int hoursIn(long week, List<Commitment> commitments) {
        var hours = 0;
        for (var commitment : commitments) {
            hours += commitment.hoursIn(week);
        }
        return hours;
    }
}

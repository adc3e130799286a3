package org.traverse.matching.learningplan;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.traverse.matching.facts.Checked;
import org.traverse.matching.facts.IsoWeek;
import org.traverse.matching.facts.Person;

/**
 * What somebody can spend on learning. Work that teaches is learning too: it takes of the hours for study, and as well of
 * those that are free for work, which all work of a plan shares.
 *
 * @param hoursPerWeek in each ISO week that the days from the first to the last touch, 1-168; a week that is only touched
 *     counts in full
 * @param budget in minor currency units, up to a million million
 * @param workHours free for work in each of those weeks, 0-168; none in weeks beyond the last that is given
 */
public record StudyTime(int hoursPerWeek, LocalDate from, LocalDate deadline, long budget, List<Integer> workHours) {
    private static final int WEEKS_AT_MOST = 520;
    private static final long BUDGET_AT_MOST = 1_000_000_000_000L;

    public StudyTime {
        Checked.between("hours per week", hoursPerWeek, 1, Checked.HOURS_IN_A_WEEK);
        Checked.present("from", from);
        Checked.present("deadline", deadline);
        if (deadline.isBefore(from)) {
            throw new IllegalArgumentException("deadline " + deadline + " is before from " + from);
        }
        if (IsoWeek.of(deadline) - IsoWeek.of(from) >= WEEKS_AT_MOST) {
            throw new IllegalArgumentException(
                    "deadline " + deadline + " is more than " + WEEKS_AT_MOST + " weeks after " + from);
        }
        Checked.between("budget", budget, 0, BUDGET_AT_MOST);
        workHours = List.copyOf(Checked.present("work hours", workHours));
        workHours.forEach(hours -> Checked.between("work hours", hours, 0, Checked.HOURS_IN_A_WEEK));
    }

    /** For study alone: none of it for work. */
    public StudyTime(int hoursPerWeek, LocalDate from, LocalDate deadline, long budget) {
        this(hoursPerWeek, from, deadline, budget, List.of());
    }

    /** With the hours that the person has free for work. */
    public StudyTime withWorkOf(Person person) {
        long start = IsoWeek.of(from);
        var free = IntStream.range(0, weeks())
                .mapToObj(week -> IsoWeek.monday(start + week))
                .map(monday -> person.freeHours(monday, monday))
                .toList();
        return new StudyTime(hoursPerWeek, from, deadline, budget, free);
    }

    StudyTime withBudget(long other) {
        return new StudyTime(hoursPerWeek, from, deadline, other, workHours);
    }

    int workHoursIn(int week) {
        return week < workHours.size() ? workHours.get(week) : 0;
    }

    long hours() {
        return (long) weeks() * hoursPerWeek;
    }

    int weeks() {
        return (int) (IsoWeek.of(deadline) - IsoWeek.of(from)) + 1;
    }

    /** Counted from the first. */
    int week(LocalDate date) {
        return (int) Math.max(-1, Math.min(WEEKS_AT_MOST, IsoWeek.of(date) - IsoWeek.of(from)));
    }
}

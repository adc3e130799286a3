package org.traverse.matching.staffing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.traverse.matching.staffing.Organisation.Member;
import org.traverse.matching.staffing.Organisation.OpenSeat;
import org.traverse.matching.staffing.Organisation.Possible;

/**
 * Invents an organisation that is hard to staff: how often skills are known and asked for has a heavy tail, some skills are
 * asked for far more than known, a third of the people have no time, and a seat has 16 to 500 candidates unless its skill
 * is one of the scarce, when there may be only five.
 */
final class Inventor {

    private static final int WEEKS = 6;
    private static final int SPREAD = 40;
    private static final int MOST_CANDIDATES = 500;
    private static final int FEWEST = 16;
    private static final int FEWEST_OF_SCARCE = 5;
    private static final int PLACES_OF_WORK = 10;

    private final Random random;
    private final double[] share;
    private final int[] scarce;
    private final List<Person> people;
    private final List<List<Integer>> whoKnows;

    private record Person(TreeMap<Integer, Integer> levels, int[] hours, int place, int aspiration) {}

    private record Ask(int first, int level, int second, int secondLevel, int bonus, boolean scarce, int hours) {}

    private Inventor(int number, long seed) {
        random = new Random(seed);
        share = new double[Math.max(150, number / 40)];
        var sum = 0d;
        for (var skill = 0; skill < share.length; skill++) {
            sum += Math.pow(skill + 3, -0.9);
            share[skill] = sum;
        }
        scarce = IntStream.range(0, Math.max(1, share.length / 160))
                .map(next -> (int) (share.length * (0.3 + 0.6 * random.nextDouble())))
                .toArray();
        people = IntStream.range(0, number).mapToObj(next -> person()).toList();
        whoKnows = IntStream.range(0, share.length)
                .mapToObj(skill -> (List<Integer>) new ArrayList<Integer>())
                .toList();
        for (var each = 0; each < number; each++) {
            for (var skill : people.get(each).levels().keySet()) {
                whoKnows.get(skill).add(each);
            }
        }
    }

    static Organisation invent(int people, int seats, long seed) {
        var inventor = new Inventor(people, seed);
        var members = inventor.people.stream()
                .map(person -> new Member(person.hours()))
                .toList();
        return new Organisation(WEEKS, SPREAD, members, inventor.seats(seats));
    }

    private Person person() {
        var levels = new TreeMap<Integer, Integer>();
        var skills = 3 + (int) Math.min(25, Math.exp(random.nextGaussian() * 0.6 + 1.6));
        for (var next = 0; next < skills; next++) {
            levels.put(skill(), 1 + Math.min(4, (int) (exponential() * 1.5)));
        }
        var usual = random.nextDouble() < 0.35 ? 0 : 4 * (1 + random.nextInt(4));
        var hours = IntStream.range(0, WEEKS)
                .map(week -> Math.max(0, usual - (random.nextInt(4) == 0 ? 4 : 0)))
                .toArray();
        return new Person(levels, hours, place(), skill());
    }

    private List<OpenSeat> seats(int number) {
        var seats = new ArrayList<OpenSeat>();
        for (var gig = 0; seats.size() < number; gig++) {
            var from = random.nextInt(WEEKS - 1);
            var until = Math.min(WEEKS, from + 1 + random.nextInt(4));
            var place = place();
            var priority = 1 + (int) Math.min(9, exponential() * 2.5);
            for (var left = 1 + Math.min(5, (int) (exponential() * 1.6)); left > 0 && seats.size() < number; left--) {
                seats.add(seat(gig, from, until, place, priority));
            }
        }
        return seats;
    }

    private OpenSeat seat(int gig, int from, int until, int place, int priority) {
        for (var tries = 0; ; tries++) {
            var ask = ask();
            var candidates = candidates(ask, from, until, place);
            var enough = ask.scarce() ? FEWEST_OF_SCARCE : FEWEST;
            if (candidates.size() >= enough || tries > 400 && !candidates.isEmpty()) {
                return new OpenSeat(gig, from, until, ask.hours(), priority, candidates);
            }
        }
    }

    private Ask ask() {
        var hours = 4 * (1 + random.nextInt(3));
        if (random.nextDouble() < 0.12) {
            return new Ask(scarce[random.nextInt(scarce.length)], 1, -1, 0, skill(), true, hours);
        }
        var second = random.nextDouble() < 0.7 ? skill() : -1;
        return new Ask(skill(), 1 + random.nextInt(3), second, 1 + random.nextInt(2), skill(), false, hours);
    }

    private List<Possible> candidates(Ask ask, int from, int until, int place) {
        return whoKnows.get(ask.first()).stream()
                .filter(each -> mayTake(people.get(each), ask, from, until))
                .map(each -> new Possible(each, fit(people.get(each), ask, place)))
                .sorted(Comparator.comparing((Possible possible) -> -possible.fit())
                        .thenComparing(Possible::person))
                .limit(MOST_CANDIDATES)
                .sorted(Comparator.comparing(Possible::person))
                .toList();
    }

    private static boolean mayTake(Person person, Ask ask, int from, int until) {
        return person.levels().get(ask.first()) >= ask.level()
                && (ask.second() < 0 || person.levels().getOrDefault(ask.second(), 0) >= ask.secondLevel())
                && IntStream.range(from, until).allMatch(week -> person.hours()[week] >= ask.hours());
    }

    private int fit(Person person, Ask ask, int place) {
        var level = person.levels().get(ask.first());
        var distance = Math.abs(person.place() - place);
        return 300
                + 60 * Math.min(4, level)
                + (ask.second() < 0 ? 100 : 50 * Math.min(4, person.levels().get(ask.second())))
                + (person.levels().containsKey(ask.bonus()) ? 120 : 0)
                + (person.aspiration() == ask.first() || person.aspiration() == ask.bonus() ? 150 : 0)
                + (distance == 0 ? 80 : -15 * distance)
                + (level == ask.level() ? 60 : 0)
                + random.nextInt(40);
    }

    private int skill() {
        var at = Arrays.binarySearch(share, random.nextDouble() * share[share.length - 1]);
        return Math.min(share.length - 1, at < 0 ? -at - 1 : at);
    }

    private int place() {
        return (int) Math.min(PLACES_OF_WORK - 1, exponential() * 2);
    }

    private double exponential() {
        return -Math.log(1 - random.nextDouble());
    }
}

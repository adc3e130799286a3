package org.traverse.matching.staffing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.traverse.matching.facts.Checked;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.fit.Policy;

/**
 * The seats to fill and the people in scope. Pairings that are taken, because the person has applied, was rejected or is
 * at work there already, are not proposed. What somebody ranks counts among what is in it: the rest, it cannot give them.
 */
public record StaffingProblem(
        List<Person> people,
        List<Work> works,
        List<SeatToFill> seats,
        Set<Pairing> taken,
        List<Held> held,
        JointMoves joint,
        Policy policy,
        LocalDate today) {

    /** So that a plan does not depend on the order in which facts are given. */
    private static final Comparator<Held> BY_SEAT = Comparator.comparing(
                    (Held each) -> each.seat().work())
            .thenComparing(each -> each.seat().number());

    public StaffingProblem {
        people = List.copyOf(people);
        works = List.copyOf(works);
        seats = List.copyOf(seats);
        taken = Set.copyOf(taken);
        held = held.stream().sorted(BY_SEAT).toList();
        Checked.present("today", today);
        Checked.present("joint", joint);
        Checked.present("policy", policy);
        var somebody = distinct("person", people, Person::id);
        var known = distinct("work", works, Work::id);
        distinct("seat", seats, seat -> "number " + seat.number() + " of " + seat.work());
        for (var seat : seats) {
            if (!known.contains(seat.work())) {
                throw new IllegalArgumentException("a seat's work " + seat.work() + " is not among the works");
            }
        }
        people = people.stream()
                .map(person -> Ranks.only(known::contains, person))
                .toList();
        works = works.stream().map(work -> Ranks.only(somebody::contains, work)).toList();
        var places = Set.copyOf(seats);
        distinct("who has a seat,", held, Held::seat);
        distinct("who has a seat,", held, Held::pairing);
        for (var each : held) {
            if (!places.contains(each.seat())) {
                throw new IllegalArgumentException(each.seat() + ", which somebody has, is not among the seats");
            }
            if (!somebody.contains(each.person())) {
                throw new IllegalArgumentException("person " + each.person() + ", who has a seat, is not in scope");
            }
        }
        joint.mustBeOf(somebody, places);
    }

    /** Where everybody moves whatever others do. */
    public StaffingProblem(
            List<Person> people,
            List<Work> works,
            List<SeatToFill> seats,
            Set<Pairing> taken,
            List<Held> held,
            Policy policy,
            LocalDate today) {
        this(people, works, seats, taken, held, JointMoves.NONE, policy, today);
    }

    /** With nobody on any seat yet. */
    public StaffingProblem(
            List<Person> people,
            List<Work> works,
            List<SeatToFill> seats,
            Set<Pairing> taken,
            Policy policy,
            LocalDate today) {
        this(people, works, seats, taken, List.of(), policy, today);
    }

    /** By the standard policy. */
    public StaffingProblem(
            List<Person> people, List<Work> works, List<SeatToFill> seats, Set<Pairing> taken, LocalDate today) {
        this(people, works, seats, taken, Policy.STANDARD, today);
    }

    /** How this person fits this work, by the policy, on this day. */
    public Fit fit(Person person, Work work) {
        return Fit.of(person, work, policy, today);
    }

    /** What it is worth to a plan to give this person, who fits so, this work: the points of fit and of what both sides rank. */
    public int worth(Person person, Work work, Fit fit) {
        return fit.score() + Ranks.points(person, work, policy.ranking());
    }

    /** What the best fit is worth where each side ranks the other first. */
    public int highestWorth() {
        return Fit.HIGHEST + 2 * policy.ranking();
    }

    /**
     * The same where rankings count without what is taken and without whoever opted out, which no plan can give. To be
     * asked once, of the facts: what a pin takes afterwards keeps its place in them.
     */
    public StaffingProblem rankingWhatMayBe() {
        var out = people.stream()
                .filter(person -> person.circumstances().optedOut())
                .map(Person::id)
                .collect(Collectors.toSet());
        return new StaffingProblem(
                people.stream()
                        .map(person -> Ranks.only(work -> !taken.contains(new Pairing(person.id(), work)), person))
                        .toList(),
                works.stream()
                        .map(work -> Ranks.only(
                                person -> !out.contains(person) && !taken.contains(new Pairing(person, work.id())),
                                work))
                        .toList(),
                seats,
                taken,
                held,
                joint,
                policy,
                today);
    }

    /** The same with one person otherwise. */
    public StaffingProblem with(Person changed) {
        var others = new ArrayList<>(people);
        others.replaceAll(person -> person.id().equals(changed.id()) ? changed : person);
        return new StaffingProblem(others, works, seats, taken, held, joint, policy, today);
    }

    /** The same with one work otherwise. */
    public StaffingProblem with(Work changed) {
        var others = new ArrayList<>(works);
        others.replaceAll(work -> work.id().equals(changed.id()) ? changed : work);
        return new StaffingProblem(people, others, seats, taken, held, joint, policy, today);
    }

    /** The same where these have these seats, as far as there still is such a seat and such a person. */
    StaffingProblem heldTo(Map<SeatToFill, UUID> found) {
        var somebody = peopleById();
        var all = new LinkedHashMap<Pairing, Held>();
        held.stream().filter(Held::pinned).forEach(pin -> all.put(pin.pairing(), pin));
        var pinned = all.values().stream().map(Held::seat).collect(Collectors.toSet());
        seats.stream()
                .filter(seat -> found.containsKey(seat) && !pinned.contains(seat))
                .map(seat -> new Held(seat, found.get(seat), false))
                .filter(each -> somebody.containsKey(each.person()) && !taken.contains(each.pairing()))
                .forEach(each -> all.putIfAbsent(each.pairing(), each));
        return new StaffingProblem(people, works, seats, taken, List.copyOf(all.values()), joint, policy, today);
    }

    /** Who may have the seat they have, leaving out what is more than their hours, or theirs only together with others. */
    Map<SeatToFill, UUID> stillHeld() {
        var works = worksById();
        var somebody = peopleById();
        var hours = new HashMap<UUID, List<Commitment>>();
        var within = new LinkedHashMap<SeatToFill, UUID>();
        for (var each : held) {
            var person = somebody.get(each.person());
            var work = works.get(each.seat().work());
            if (taken.contains(each.pairing()) || !fit(person, work).eligible()) {
                continue;
            }
            var theirs = hours.computeIfAbsent(each.person(), none -> new ArrayList<>());
            theirs.add(work.remaining(today));
            if (person.hoursOver(theirs) > 0) {
                theirs.remove(theirs.size() - 1);
            } else {
                within.put(each.seat(), each.person());
            }
        }
        var bonds = new Bonds(this, within);
        while (within.entrySet().removeIf(each -> !bonds.allow(each.getValue(), each.getKey()))) {
            // whoever stayed only with somebody who does not goes as well
        }
        return within;
    }

    Set<Pairing> heldPairings() {
        return held.stream().map(Held::pairing).collect(Collectors.toSet());
    }

    public Map<UUID, Person> peopleById() {
        return people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    public Map<UUID, Work> worksById() {
        return works.stream().collect(Collectors.toMap(Work::id, Function.identity()));
    }

    private static <T, I> Set<I> distinct(String name, Collection<T> all, Function<T, I> id) {
        var ids = new HashSet<I>();
        for (var each : all) {
            if (!ids.add(id.apply(each))) {
                throw new IllegalArgumentException(name + " " + id.apply(each) + " is given twice");
            }
        }
        return ids;
    }
}

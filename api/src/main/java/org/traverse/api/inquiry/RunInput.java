package org.traverse.api.inquiry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.staffing.Backfill;
import org.traverse.matching.staffing.Held;
import org.traverse.matching.staffing.JointMoves;
import org.traverse.matching.staffing.Pair;
import org.traverse.matching.staffing.Pairing;
import org.traverse.matching.staffing.SeatToFill;
import org.traverse.matching.staffing.StaffingProblem;

/** What a run was given, as it is kept: what concerns nobody, and what concerns each person by itself. */
record RunInput(Common common, List<Known> people) {
    /** @param works with nobody whom their managers ranked */
    record Common(List<Work> works, List<SeatToFill> seats, Policy policy, LocalDate today) {}

    /**
     * @param taken works that they are not to be proposed for; @param seats that they have
     * @param backfills seats that they leave only to somebody else; @param together whom they move with
     * @param ranks which place they have among those whom a work's manager ranked, from 1, by work
     */
    record Known(
            Person person,
            Set<UUID> taken,
            List<Has> seats,
            List<SeatToFill> backfills,
            List<Pair> together,
            Map<UUID, Integer> ranks) {
        Known {
            ranks = ranks == null ? Map.of() : Map.copyOf(ranks); // as it was kept before managers ranked anybody
        }
    }

    record Has(SeatToFill seat, boolean pinned) {}

    /** People in the order in which PostgreSQL has their ids. Who is not in scope does not matter to it. */
    static RunInput of(StaffingProblem problem) {
        var taken = problem.taken().stream()
                .collect(Collectors.groupingBy(
                        Pairing::person, Collectors.mapping(Pairing::work, Collectors.toUnmodifiableSet())));
        var held = problem.held().stream()
                .collect(Collectors.groupingBy(
                        Held::person,
                        Collectors.mapping(each -> new Has(each.seat(), each.pinned()), Collectors.toList())));
        var backfills = problem.joint().backfills().stream()
                .collect(Collectors.groupingBy(
                        Backfill::holder, Collectors.mapping(Backfill::seat, Collectors.toList())));
        var together = problem.joint().pairs().stream().collect(Collectors.groupingBy(Pair::one));
        var ranks = new HashMap<UUID, Map<UUID, Integer>>();
        for (Work work : problem.works()) {
            List<UUID> ranked = work.terms().ranked();
            ranked.forEach(person ->
                    ranks.computeIfAbsent(person, none -> new HashMap<>()).put(work.id(), ranked.indexOf(person) + 1));
        }
        return new RunInput(
                new Common(
                        problem.works().stream()
                                .map(work -> work.withRanked(List.of()))
                                .toList(),
                        problem.seats(),
                        problem.policy(),
                        problem.today()),
                problem.people().stream()
                        .map(person -> new Known(
                                person,
                                taken.getOrDefault(person.id(), Set.of()),
                                held.getOrDefault(person.id(), List.of()),
                                backfills.getOrDefault(person.id(), List.of()),
                                together.getOrDefault(person.id(), List.of()),
                                ranks.getOrDefault(person.id(), Map.of())))
                        .sorted(Comparator.comparing(
                                known -> known.person().id().toString()))
                        .toList());
    }

    StaffingProblem problem() {
        var taken = new HashSet<Pairing>();
        var held = new ArrayList<Held>();
        var pairs = new ArrayList<Pair>();
        var backfills = new ArrayList<Backfill>();
        for (Known known : people) {
            UUID id = known.person().id();
            known.taken().forEach(work -> taken.add(new Pairing(id, work)));
            known.seats().forEach(has -> held.add(new Held(has.seat(), id, has.pinned())));
            known.backfills().forEach(seat -> backfills.add(new Backfill(seat, id)));
            pairs.addAll(known.together());
        }
        return new StaffingProblem(
                people.stream().map(Known::person).toList(),
                works(),
                common.seats(),
                taken,
                held,
                new JointMoves(pairs, backfills),
                common.policy(),
                common.today());
    }

    private List<Work> works() {
        var ranked = new HashMap<UUID, SortedMap<Integer, UUID>>();
        for (Known known : people) {
            known.ranks()
                    .forEach((work, place) -> ranked.computeIfAbsent(work, none -> new TreeMap<>())
                            .put(place, known.person().id()));
        }
        return common.works().stream()
                .map(work -> !ranked.containsKey(work.id())
                        ? work
                        : work.withRanked(List.copyOf(ranked.get(work.id()).values())))
                .toList();
    }
}

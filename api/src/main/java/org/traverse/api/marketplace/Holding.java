package org.traverse.api.marketplace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;
import org.traverse.matching.staffing.Backfill;
import org.traverse.matching.staffing.Held;
import org.traverse.matching.staffing.JointMoves;
import org.traverse.matching.staffing.Pair;
import org.traverse.matching.staffing.Pairing;
import org.traverse.matching.staffing.SeatToFill;
import org.traverse.mobility.PlanDecisions;
import org.traverse.mobility.PlanDecisions.Placement;
import org.traverse.mobility.PlanResult;

/**
 * Who begins a run with a seat, and on what terms, as far as the seat is still open and they are still in scope: what has
 * been decided is about a gig, for whoever takes a seat of it closes the seat of the lowest number.
 */
final class Holding {
    private final PlanDecisions decisions;
    private final Map<UUID, Person> people;
    private final Map<UUID, Work> works;
    private final Set<SeatToFill> open;
    private final Set<Pairing> taken;
    private final LocalDate today;
    private final Map<UUID, List<Commitment>> pinned = new HashMap<>();

    Holding(
            PlanDecisions decisions,
            List<Person> people,
            List<Work> works,
            List<SeatToFill> seats,
            Set<Pairing> taken,
            LocalDate today) {
        this.decisions = decisions;
        this.people = people.stream()
                .filter(person -> !person.circumstances().optedOut())
                .collect(Collectors.toMap(Person::id, Function.identity()));
        this.works = works.stream().collect(Collectors.toMap(Work::id, Function.identity()));
        this.today = today;
        this.open = new LinkedHashSet<>(seats);
        this.taken = taken;
    }

    /** What the plan's last run proposed and can still be done: pinned where that was decided, else where it is worth it. */
    List<Held> held(List<PlanResult.Proposal> earlier) {
        var pins = decisions.pins().stream().map(Holding::pairing).collect(Collectors.toSet());
        var held = new ArrayList<Held>();
        pins.stream()
                .filter(this::isPossible)
                .sorted(Comparator.comparing(Pairing::work).thenComparing(Pairing::person))
                .forEach(pin ->
                        seatOf(pin, earlier).ifPresent(seat -> held.add(hold(seat, pin.person(), hasHoursFor(pin)))));
        for (var proposal : earlier) {
            var pairing =
                    new Pairing(proposal.employee().value(), proposal.gig().value());
            var seat = new SeatToFill(pairing.work(), proposal.seat());
            if (!pins.contains(pairing) && isPossible(pairing) && open.contains(seat)) {
                held.add(hold(seat, pairing.person(), false));
            }
        }
        return held;
    }

    /** Of those who have a seat, and of pairs of which both are in scope and neither has been promised one. */
    JointMoves joint(List<Held> held) {
        var leftOnlyTo = decisions.backfills().stream().map(Holding::pairing).collect(Collectors.toSet());
        return new JointMoves(
                decisions.pairs().stream()
                        .filter(pair -> !decisions.isSettled(pair))
                        .map(pair -> new Pair(pair.one().value(), pair.other().value(), pair.samePlace()))
                        .filter(pair -> people.containsKey(pair.one()) && people.containsKey(pair.other()))
                        .toList(),
                held.stream()
                        .filter(each -> leftOnlyTo.contains(
                                new Pairing(each.person(), each.seat().work())))
                        .map(each -> new Backfill(each.seat(), each.person()))
                        .toList());
    }

    /** Beside what they are pinned to before; who has them no more begins with the seat, but need not keep it. */
    private boolean hasHoursFor(Pairing pin) {
        var theirs = pinned.computeIfAbsent(pin.person(), none -> new ArrayList<>());
        theirs.add(works.get(pin.work()).remaining(today));
        if (people.get(pin.person()).hoursOver(theirs) == 0) {
            return true;
        }
        theirs.remove(theirs.size() - 1);
        return false;
    }

    private Optional<SeatToFill> seatOf(Pairing pin, List<PlanResult.Proposal> earlier) {
        Predicate<SeatToFill> same = seat -> earlier.stream()
                .anyMatch(proposal -> proposal.seat() == seat.number()
                        && pairing(new Placement(proposal.gig(), proposal.employee()))
                                .equals(pin));
        return open.stream()
                .filter(seat -> seat.work().equals(pin.work()))
                .min(Comparator.comparing(same::test).reversed().thenComparing(SeatToFill::number));
    }

    private Held hold(SeatToFill seat, UUID person, boolean pinned) {
        open.remove(seat);
        return new Held(seat, person, pinned);
    }

    private boolean isPossible(Pairing pairing) {
        return people.containsKey(pairing.person()) && !taken.contains(pairing);
    }

    private static Pairing pairing(Placement placement) {
        return new Pairing(placement.employee().value(), placement.gig().value());
    }
}

package org.traverse.matching.staffing;

import java.util.List;
import java.util.UUID;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;
import org.traverse.matching.facts.Commitment;

/** What the solver decides: who, among those eligible, takes this seat, or nobody. */
@PlanningEntity
class Seat {

    @PlanningId
    private int number;

    private SeatToFill toFill;
    private Opening opening;
    private Candidate holder;

    @PlanningVariable(valueRangeProviderRefs = "eligible", nullable = true)
    private Candidate candidate;

    Seat() {} // the solver clones seats onto empty instances

    Seat(int number, SeatToFill toFill, Opening opening) {
        this.number = number;
        this.toFill = toFill;
        this.opening = opening;
    }

    /** @param somebody who takes no other seat while this one is empty, or null */
    Seat heldBy(Candidate somebody) {
        holder = somebody;
        return this;
    }

    Seat takenBy(Candidate candidate) {
        this.candidate = candidate;
        return this;
    }

    @ValueRangeProvider(id = "eligible")
    List<Candidate> eligible() {
        return opening.candidates();
    }

    int number() {
        return number;
    }

    SeatToFill toFill() {
        return toFill;
    }

    UUID work() {
        return toFill.work();
    }

    int priority() {
        return toFill.priority();
    }

    Opening opening() {
        return opening;
    }

    void take(Candidate somebody) {
        candidate = somebody;
    }

    Candidate candidate() {
        return candidate;
    }

    Candidate holder() {
        return holder;
    }

    /** Whether nobody has it, and whoever held it is not to leave it so. */
    boolean isToBeBackfilled() {
        return candidate == null && holder != null;
    }

    /** Whether both have to be done somewhere, and not in the same place. */
    boolean isApartFrom(Seat other) {
        return Bonds.areApart(opening.site(), other.opening.site());
    }

    Commitment hours() {
        return opening.hours();
    }

    boolean isEmpty() {
        return candidate == null;
    }

    boolean isTakenByOneEligible() {
        return opening.isOpenTo(candidate);
    }

    int fit() {
        return opening.fit(candidate);
    }

    int score() {
        return opening.score(candidate);
    }

    @Override
    public String toString() {
        return "seat " + toFill.number() + " of " + toFill.work();
    }
}

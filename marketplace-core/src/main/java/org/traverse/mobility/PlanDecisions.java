package org.traverse.mobility;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;
import org.traverse.mobility.PlanEvent.BackfillAskedFor;
import org.traverse.mobility.PlanEvent.BackfillWaived;
import org.traverse.mobility.PlanEvent.OfferRefused;
import org.traverse.mobility.PlanEvent.PairDeclared;
import org.traverse.mobility.PlanEvent.PairDissolved;
import org.traverse.mobility.PlanEvent.PlacementPinned;
import org.traverse.mobility.PlanEvent.PlacementUnpinned;
import org.traverse.mobility.PlanEvent.ProposalAdopted;

/** What people have decided beforehand about the next runs of a plan, as its events tell it. */
public final class PlanDecisions {
    /** This person at that gig. */
    public record Placement(GigId gig, EmployeeId employee) {}

    /** Two who move together, in whichever order. */
    public record Pair(EmployeeId one, EmployeeId other, boolean samePlace) {
        public boolean isOf(EmployeeId person) {
            return one.equals(person) || other.equals(person);
        }

        boolean isOf(EmployeeId somebody, EmployeeId somebodyElse) {
            return isOf(somebody) && isOf(somebodyElse);
        }
    }

    private final Set<Placement> pins = new HashSet<>();
    private final Set<Placement> backfills = new HashSet<>();
    private final Set<Pair> pairs = new HashSet<>();
    private final Map<ProposalId, EmployeeId> adopted = new HashMap<>();

    public Set<Placement> pins() {
        return Set.copyOf(pins);
    }

    public Set<Placement> backfills() {
        return Set.copyOf(backfills);
    }

    public Set<Pair> pairs() {
        return Set.copyOf(pairs);
    }

    /** Whether a proposal for one of them was adopted, which settles the question. */
    public boolean isSettled(Pair pair) {
        return adopted.values().stream().anyMatch(pair::isOf);
    }

    Optional<Pair> pairOf(EmployeeId one, EmployeeId other) {
        return pairs.stream().filter(pair -> pair.isOf(one, other)).findFirst();
    }

    /** What other events say is nothing to it. */
    public void on(PlanEvent event) {
        if (event instanceof PlacementPinned pinned) {
            pins.add(new Placement(pinned.gig(), pinned.employee()));
        } else if (event instanceof PlacementUnpinned unpinned) {
            pins.remove(new Placement(unpinned.gig(), unpinned.employee()));
        } else if (event instanceof BackfillAskedFor asked) {
            backfills.add(new Placement(asked.gig(), asked.employee()));
        } else if (event instanceof BackfillWaived waived) {
            backfills.remove(new Placement(waived.gig(), waived.employee()));
        } else if (event instanceof PairDeclared declared) {
            pairs.add(new Pair(declared.one(), declared.other(), declared.samePlace()));
        } else if (event instanceof PairDissolved dissolved) {
            pairs.removeIf(pair -> pair.isOf(dissolved.one(), dissolved.other()));
        } else if (event instanceof ProposalAdopted proposal) {
            adopted.put(proposal.proposal(), proposal.employee());
        } else if (event instanceof OfferRefused refused) {
            adopted.remove(refused.proposal());
        }
    }
}

package org.traverse.api.marketplace;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.traverse.employee.OrgUnitId;
import org.traverse.readmodel.directory.OrgUnit;

/** The audiences that the people of an org unit belong to: the unit, and every unit above it. */
record Groups(Map<UUID, Set<String>> byUnit) {
    static Groups of(Collection<OrgUnit> units) {
        Map<OrgUnitId, OrgUnit> byId = units.stream().collect(Collectors.toMap(OrgUnit::id, Function.identity()));
        return new Groups(
                units.stream().collect(Collectors.toMap(unit -> unit.id().value(), unit -> above(unit, byId))));
    }

    /** It ends even when units go round in a circle. */
    private static Set<String> above(OrgUnit unit, Map<OrgUnitId, OrgUnit> byId) {
        var above = new HashSet<String>();
        Optional<OrgUnitId> next = Optional.of(unit.id());
        while (next.isPresent() && above.add(next.get().toString())) {
            next = Optional.ofNullable(byId.get(next.get())).flatMap(OrgUnit::parent);
        }
        return Set.copyOf(above);
    }

    /** @param unit null, or one that is not known yet, belongs to nothing else */
    Set<String> of(UUID unit) {
        return unit == null ? Set.of() : byUnit.getOrDefault(unit, Set.of(unit.toString()));
    }
}

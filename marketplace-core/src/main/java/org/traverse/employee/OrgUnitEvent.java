package org.traverse.employee;

import java.util.Optional;
import org.traverse.EventName;

/** The life of an org unit. Stored for ever: add, never edit. */
public sealed interface OrgUnitEvent {
    OrgUnitId id();

    @EventName("org-unit.established")
    record OrgUnitEstablished(OrgUnitId id, String name, Optional<OrgUnitId> parent) implements OrgUnitEvent {}

    @EventName("org-unit.lead-appointed")
    record LeadAppointed(OrgUnitId id, EmployeeId lead) implements OrgUnitEvent {}

    @EventName("org-unit.hrbp-assigned")
    record HrbpAssigned(OrgUnitId id, EmployeeId hrbp) implements OrgUnitEvent {}
}

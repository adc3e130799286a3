package org.traverse.readmodel.directory;

import java.util.Optional;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;

/** One department or team, who leads it, and which HR business partner answers for it and all below it. */
public record OrgUnit(
        OrgUnitId id, String name, Optional<OrgUnitId> parent, Optional<EmployeeId> lead, Optional<EmployeeId> hrbp) {}

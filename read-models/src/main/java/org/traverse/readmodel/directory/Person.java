package org.traverse.readmodel.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.role.RoleId;

/** One who works here, as colleagues see them. */
public record Person(
        EmployeeId id,
        String name,
        String email,
        String jobTitle,
        Optional<RoleId> role,
        OrgUnitId orgUnit,
        String orgUnitName,
        Optional<EmployeeId> manager,
        Optional<String> managerName,
        LocalDate hiredOn) {}

package org.traverse.api.security;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.traverse.employee.EmployeeId;

/** Who is asking, and what they are here at this moment. A parameter of any resource or page that wants to know. */
public record Caller(Optional<EmployeeId> employee, Set<Role> roles) {
    /** What somebody is here; most are more than one. Derived from the company as it stands, never claimed. */
    public enum Role {
        EMPLOYEE,
        /** Leads a unit, or at least one person. */
        MANAGER,
        /** HR business partner of at least one unit. */
        HRBP,
        ADMIN
    }

    static final Caller NOBODY = new Caller(Optional.empty(), Set.of());

    public Caller {
        var sorted = EnumSet.noneOf(Role.class);
        sorted.addAll(roles);
        roles = Collections.unmodifiableSet(sorted);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean is(EmployeeId person) {
        return employee.equals(Optional.of(person));
    }

    /** These without whoever is asking: of oneself one is not told. */
    public List<UUID> others(List<UUID> people) {
        return people.stream().filter(person -> !is(new EmployeeId(person))).toList();
    }

    /** For what only an employee can do; an administrator need not be one. */
    public EmployeeId self() {
        return employee.orElseThrow(Unlinked::new);
    }
}

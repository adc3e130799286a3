package org.traverse.api.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.marketplace.Commands;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitCommand.AppointLead;
import org.traverse.employee.OrgUnitCommand.AssignHrbp;
import org.traverse.employee.OrgUnitCommand.EstablishOrgUnit;
import org.traverse.employee.OrgUnitId;
import org.traverse.readmodel.Page;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.directory.OrgUnit;

/** Departments and teams, who leads them, and who is their HR business partner. */
@RestController
@RequestMapping("/api/org-units")
class OrgUnitResource {
    record NewOrgUnit(@NotBlank @Size(max = 200) String name, Optional<OrgUnitId> parent) {}

    record Appointed(@NotNull EmployeeId employee) {}

    private final Commands commands;
    private final Directory directory;
    private final Access access;

    OrgUnitResource(Commands commands, Directory directory, Access access) {
        this.commands = commands;
        this.directory = directory;
        this.access = access;
    }

    /** All at once: a tree in pages is none. */
    @GetMapping
    Page<OrgUnit> list() {
        List<OrgUnit> units = directory.orgUnits();
        return new Page<>(units, units.size(), null);
    }

    @PostMapping
    ResponseEntity<Created> establish(Caller caller, @Valid @RequestBody NewOrgUnit body) {
        var id = new OrgUnitId(commands.newId());
        commands.once(() -> {
            access.mayAdminister(caller).enforce();
            if (body.parent().isPresent()
                    && directory.orgUnit(body.parent().get()).isEmpty()) {
                throw new InvalidField("parent", "there is no such org unit");
            }
            commands.send(new EstablishOrgUnit(id, body.name(), body.parent()));
        });
        commands.untilSeen();
        return ResponseEntity.created(URI.create("/api/org-units/" + id)).body(new Created(id.value()));
    }

    @PutMapping("/{id}/lead")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void appointLead(Caller caller, @PathVariable OrgUnitId id, @Valid @RequestBody Appointed body) {
        access.mayAdminister(caller).enforce();
        exists(body.employee());
        commands.send(new AppointLead(id, body.employee()));
        commands.untilSeen();
    }

    @PutMapping("/{id}/hrbp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assignHrbp(Caller caller, @PathVariable OrgUnitId id, @Valid @RequestBody Appointed body) {
        access.mayAdminister(caller).enforce();
        exists(body.employee());
        commands.send(new AssignHrbp(id, body.employee()));
        commands.untilSeen();
    }

    private void exists(EmployeeId employee) {
        if (directory.person(employee).isEmpty()) {
            throw new InvalidField("employee", "there is no such person");
        }
    }
}

package org.traverse.api.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
import org.traverse.RuleViolated;
import org.traverse.api.marketplace.Commands;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.capacity.CapacityCommand.GrantHours;
import org.traverse.employee.EmployeeCommand.EraseEmployee;
import org.traverse.employee.EmployeeCommand.HireEmployee;
import org.traverse.employee.EmployeeCommand.LinkIdentity;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.Identity;
import org.traverse.employee.OrgUnitId;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.directory.Person;
import org.traverse.readmodel.peoplesearch.PeopleSearch;
import org.traverse.role.RoleId;

/** Who works here, and by which account they sign in. */
@RestController
@RequestMapping("/api/people")
class PeopleResource {
    record Named<T>(T id, String name) {}

    /** What every colleague may know. */
    record Colleague(
            EmployeeId id,
            String name,
            String email,
            String jobTitle,
            Optional<RoleId> role,
            Named<OrgUnitId> orgUnit,
            Optional<Named<EmployeeId>> manager) {
        static Colleague of(Person person) {
            return new Colleague(
                    person.id(),
                    person.name(),
                    person.email(),
                    person.jobTitle(),
                    person.role(),
                    new Named<>(person.orgUnit(), person.orgUnitName()),
                    person.manager()
                            .map(id -> new Named<>(id, person.managerName().orElse(""))));
        }
    }

    /** @param hoursPerWeek what the person may give to gigs, in hours per ISO week; 8 where it is absent */
    record NewEmployee(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String jobTitle,
            Optional<RoleId> role,
            @NotNull OrgUnitId orgUnit,
            Optional<EmployeeId> manager,
            @NotNull LocalDate hiredOn,
            @Min(0) @Max(MOST_HOURS) Integer hoursPerWeek) {}

    record Hours(@NotNull @Min(0) @Max(MOST_HOURS) Integer hoursPerWeek) {}

    record Account(
            @NotBlank @Size(max = 500) String issuer,
            @NotBlank @Size(max = 255) String subject) {}

    private static final int MOST_HOURS = 40;

    /** A day a week: whoever has none is never matched. */
    private static final int USUAL_HOURS = 8;

    /** A search that finds more is too wide to page through. */
    private static final int FOUND_AT_MOST = 1_000;

    private final Commands commands;
    private final Directory directory;
    private final PeopleSearch search;
    private final Access access;

    PeopleResource(Commands commands, Directory directory, PeopleSearch search, Access access) {
        this.commands = commands;
        this.directory = directory;
        this.search = search;
        this.access = access;
    }

    /** Everybody by name; with {@code q}, those whose name or job title has these words, most relevant first. */
    @GetMapping
    Page<Colleague> list(ListRequest asked) {
        if (asked.q().isBlank()) {
            return directory.people(asked).map(Colleague::of);
        }
        Page<UUID> found = Page.ofRanked(search.named(asked.q(), FOUND_AT_MOST).ids(), asked, id -> id);
        Map<EmployeeId, Person> people =
                directory.persons(found.items().stream().map(EmployeeId::new).toList());
        return new Page<>(
                found.items().stream()
                        .map(id -> people.get(new EmployeeId(id)))
                        .filter(Objects::nonNull)
                        .map(Colleague::of)
                        .toList(),
                found.total(),
                found.next());
    }

    @GetMapping("/{id}")
    Colleague one(@PathVariable EmployeeId id) {
        return directory.person(id).map(Colleague::of).orElseThrow(() -> new Unknown("person"));
    }

    @PostMapping
    ResponseEntity<Created> hire(Caller caller, @Valid @RequestBody NewEmployee body) {
        var id = new EmployeeId(commands.newId());
        commands.once(() -> {
            access.mayAdminister(caller).enforce();
            if (directory.orgUnit(body.orgUnit()).isEmpty()) {
                throw new InvalidField("orgUnit", "there is no such org unit");
            }
            if (body.manager().isPresent()
                    && directory.person(body.manager().get()).isEmpty()) {
                throw new InvalidField("manager", "there is no such person");
            }
            commands.send(new HireEmployee(
                    id,
                    body.name(),
                    body.email(),
                    body.jobTitle(),
                    body.role(),
                    body.orgUnit(),
                    body.manager(),
                    body.hiredOn()));
        });
        commands.once(() -> commands.send(
                new GrantHours(id, Optional.ofNullable(body.hoursPerWeek()).orElse(USUAL_HOURS))));
        return ResponseEntity.created(URI.create("/api/people/" + id)).body(new Created(id.value()));
    }

    /** Says how many hours a week the person may give to gigs; what is promised already stays promised. */
    @PutMapping("/{id}/hours")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(Caller caller, @PathVariable EmployeeId id, @Valid @RequestBody Hours body) {
        access.mayAdminister(caller).enforce();
        if (directory.person(id).isEmpty()) {
            throw new Unknown("person");
        }
        commands.send(new GrantHours(id, body.hoursPerWeek()));
    }

    @PutMapping("/{id}/identity")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void link(Caller caller, @PathVariable EmployeeId id, @Valid @RequestBody Account account) {
        access.mayAdminister(caller).enforce();
        var identity = new Identity(account.issuer(), account.subject());
        Optional<EmployeeId> holder = directory.signedInAs(identity);
        if (holder.isPresent() && !holder.get().equals(id)) {
            throw new RuleViolated("this account is linked to somebody else");
        }
        commands.send(new LinkIdentity(id, identity));
        commands.untilSeen();
    }

    @PutMapping("/{id}/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Forgets a person for ever",
            description =
                    "Destroys the key that what is stored about the person, and in the person's words, is encrypted "
                            + "with. Their name, account, skills and texts are gone from everywhere within a minute, and cannot "
                            + "be brought back; what they did with others stays, as done by somebody. For administrators. Asking "
                            + "again changes nothing.")
    void erase(Caller caller, @PathVariable EmployeeId id) {
        access.mayErase(caller).enforce();
        commands.send(new EraseEmployee(id));
    }
}

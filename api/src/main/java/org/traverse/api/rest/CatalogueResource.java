package org.traverse.api.rest;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.marketplace.Development;
import org.traverse.api.rest.Requirements.AskedSkill;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;
import org.traverse.readmodel.learningcatalogue.LearningCatalogue;
import org.traverse.readmodel.rolecatalogue.RoleCatalogue;
import org.traverse.readmodel.rolecatalogue.RoleCatalogue.Role;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;

/** Skills, roles and learning, by name. */
@RestController
@RequestMapping("/api")
class CatalogueResource {
    /**
     * @param scheme where it was imported from, such as O*NET; null for the company's own
     * @param requirementsKnown false when none are known: such a role is never matched
     */
    record RoleItem(
            UUID id,
            String title,
            String family,
            String description,
            String scheme,
            boolean requirementsKnown,
            int requirements) {}

    record RoleWithRequirements(RoleItem role, List<AskedSkill> requirements) {}

    private final SkillCatalogue skills;
    private final RoleCatalogue roles;
    private final LearningCatalogue learning;
    private final Development development;
    private final Requirements names;

    CatalogueResource(
            SkillCatalogue skills,
            RoleCatalogue roles,
            LearningCatalogue learning,
            Development development,
            Requirements names) {
        this.skills = skills;
        this.roles = roles;
        this.learning = learning;
        this.development = development;
        this.names = names;
    }

    @GetMapping("/skills")
    Page<SkillCatalogue.Skill> skills(ListRequest asked) {
        return skills.list(asked);
    }

    @GetMapping("/roles")
    Page<RoleItem> roles(ListRequest asked) {
        return roles.list(asked).map(CatalogueResource::item);
    }

    /** One role with what it asks for, must-haves first. */
    @GetMapping("/roles/{id}")
    RoleWithRequirements role(@PathVariable UUID id) {
        Role role = roles.find(id).orElseThrow(() -> new Unknown("role"));
        Map<UUID, String> named = names.of(role.requirements().stream()
                .map(requirement -> requirement.skill().value())
                .collect(Collectors.toSet()));
        return new RoleWithRequirements(item(role), names.asked(role.requirements(), named));
    }

    /** Hours in all; prices in minor units of an ISO 4217 currency. */
    @GetMapping("/learning")
    Page<LearningCatalogue.Item> learning(ListRequest asked) {
        return learning.list(asked);
    }

    /** Enrols the caller; once per item. */
    @PostMapping("/learning/{id}/enrolments")
    ResponseEntity<Created> enrol(Caller caller, @PathVariable UUID id) {
        UUID record = development.enrol(caller, id).value();
        return ResponseEntity.created(URI.create("/api/employees/me/learning")).body(new Created(record));
    }

    /** Says that the caller has finished an item, which leaves evidence of what it promised on their profile. */
    @PostMapping("/learning-records/{id}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(Caller caller, @PathVariable UUID id) {
        development.complete(caller, id);
    }

    private static RoleItem item(Role role) {
        return new RoleItem(
                role.id(),
                role.title(),
                role.family(),
                role.description(),
                role.scheme(),
                !role.requirements().isEmpty(),
                role.requirements().size());
    }
}

package org.traverse.api.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.RuleViolated;
import org.traverse.api.marketplace.Commands;
import org.traverse.api.rest.Requirements.NewRequirement;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.learning.LearningResourceCommand.AddLearningResource;
import org.traverse.learning.LearningResourceId;
import org.traverse.learning.Modality;
import org.traverse.learning.Price;
import org.traverse.learning.SkillGain;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;
import org.traverse.role.RoleCommand.DefineRole;
import org.traverse.role.RoleId;
import org.traverse.skill.Proficiency;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skill.SkillId;
import org.traverse.skill.SkillKind;

/** The company's own skills, roles and learning, beside what is imported. For administrators. */
@RestController
@RequestMapping("/api")
class CatalogueEntryResource {
    record NewSkill(
            @NotBlank @Size(max = 200) String name, @NotNull SkillKind kind) {}

    /** @param requirements none where none are known: such a role is never matched */
    record NewRole(
            @NotBlank @Size(max = 200) String title,
            @NotNull @Size(max = 4000) String description,
            @NotNull @Size(max = 200) String family,
            @NotNull @Size(max = 1000) List<NewRequirement> requirements) {}

    /** @param price absent where it costs nothing */
    record NewLearning(
            @NotBlank @Size(max = 200) String title,
            @NotNull @Size(max = 4000) String description,
            @NotBlank @Size(max = 200) String provider,
            @NotNull Modality modality,
            @NotNull @Min(1) @Max(10_000) Integer hours,
            Optional<@Valid NewPrice> price,
            @NotNull @Size(max = 50) List<@Valid NewGain> gives) {}

    /** @param currency an ISO 4217 code */
    record NewPrice(
            @NotNull @Min(0) Long minorUnits, @NotBlank String currency) {}

    /** @param skill the id of a skill, or its exact name where only one has it; @param level which it brings one to */
    record NewGain(
            @NotBlank String skill, @NotNull @Min(1) @Max(5) Integer level) {}

    /** ISO 4217 says "no currency" so. */
    private static final Price FREE = new Price(0, Currency.getInstance("XXX"));

    private final Commands commands;
    private final SkillCatalogue skills;
    private final Requirements names;
    private final Access access;

    CatalogueEntryResource(Commands commands, SkillCatalogue skills, Requirements names, Access access) {
        this.commands = commands;
        this.skills = skills;
        this.names = names;
        this.access = access;
    }

    /** Defines a skill of the company's own; no two have the same name. */
    @PostMapping("/skills")
    ResponseEntity<Created> skill(Caller caller, @Valid @RequestBody NewSkill body) {
        var id = new SkillId(commands.newId());
        commands.once(() -> {
            access.mayExtendCatalogues(caller).enforce();
            skills.named(body.name()).stream()
                    .filter(known -> known.scheme() == null)
                    .findFirst()
                    .ifPresent(known -> {
                        throw new RuleViolated("there is a skill of this name already: " + known.id());
                    });
            commands.send(new DefineSkill(id, body.name(), body.kind(), Optional.empty()));
        });
        return created("/api/skills", id.value());
    }

    /** Defines a role of the company's own. */
    @PostMapping("/roles")
    ResponseEntity<Created> role(Caller caller, @Valid @RequestBody NewRole body) {
        var id = new RoleId(commands.newId());
        commands.once(() -> {
            access.mayExtendCatalogues(caller).enforce();
            commands.send(new DefineRole(
                    id,
                    body.title(),
                    body.description(),
                    body.family(),
                    names.read(body.requirements()),
                    Optional.empty()));
        });
        return created("/api/roles/" + id, id.value());
    }

    /** Adds something to learn from. Hours in all; the price in minor units of its currency. */
    @PostMapping("/learning")
    ResponseEntity<Created> learning(Caller caller, @Valid @RequestBody NewLearning body) {
        var id = new LearningResourceId(commands.newId());
        commands.once(() -> {
            access.mayExtendCatalogues(caller).enforce();
            commands.send(new AddLearningResource(
                    id,
                    body.title(),
                    body.description(),
                    body.provider(),
                    body.modality(),
                    body.hours(),
                    body.price().map(CatalogueEntryResource::price).orElse(FREE),
                    gains(body.gives())));
        });
        return created("/api/learning", id.value());
    }

    private static Price price(NewPrice price) {
        try {
            return new Price(price.minorUnits(), Currency.getInstance(price.currency()));
        } catch (IllegalArgumentException e) {
            throw new InvalidField("price.currency", "is not an ISO 4217 code: " + price.currency());
        }
    }

    private List<SkillGain> gains(List<NewGain> gives) {
        var gains = new ArrayList<SkillGain>();
        for (int i = 0; i < gives.size(); i++) {
            String field = "gives[" + i + "].skill";
            SkillId skill = names.skill(gives.get(i).skill(), field);
            if (gains.stream().anyMatch(gain -> gain.skill().equals(skill))) {
                throw new InvalidField(field, "is given twice");
            }
            gains.add(new SkillGain(skill, Proficiency.of(gives.get(i).level())));
        }
        return gains;
    }

    private static ResponseEntity<Created> created(String where, UUID id) {
        return ResponseEntity.created(URI.create(where)).body(new Created(id));
    }
}

package org.traverse.api.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.marketplace.Development;
import org.traverse.api.marketplace.Gaps;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;
import org.traverse.readmodel.learningcatalogue.LearningCatalogue;
import org.traverse.readmodel.learningcatalogue.LearningCatalogue.LearningRecord;
import org.traverse.readmodel.skillprofiles.SkillProfiles;
import org.traverse.readmodel.skillprofiles.SkillProfiles.EvidenceItem;
import org.traverse.readmodel.skillprofiles.SkillProfiles.HeldSkill;
import org.traverse.skill.Proficiency;

/** What a person can do, what is missing for a role, and what they are learning. */
@RestController
@RequestMapping("/api/employees/me")
class MyResource {
    /** @param level 1-5; @param stage the level in words; @param evidence newest first */
    record SkillItem(UUID skill, String name, int level, String stage, List<EvidenceItem> evidence) {}

    record NewClaim(
            @NotNull UUID skill, @NotNull @Min(1) @Max(5) Integer level) {}

    /** @param level the level of the skill it leads to; @param hours in all */
    record LearningItem(UUID id, String title, Integer level, int hours) {}

    /** @param have 0-5; @param need 1-5, null for any level; @param learning best first, empty when the need is met */
    record GapItem(
            UUID skill, String name, int have, Integer need, boolean must, boolean met, List<LearningItem> learning) {}

    /** @param requirementsKnown false for a role of which no requirements are known: it has no items */
    record RoleGap(UUID role, String title, boolean requirementsKnown, List<GapItem> items, long total, String next) {}

    private final SkillProfiles profiles;
    private final LearningCatalogue learning;
    private final Gaps gaps;
    private final Development development;
    private final Requirements names;

    MyResource(
            SkillProfiles profiles,
            LearningCatalogue learning,
            Gaps gaps,
            Development development,
            Requirements names) {
        this.profiles = profiles;
        this.learning = learning;
        this.gaps = gaps;
        this.development = development;
        this.names = names;
    }

    /** The caller's skills, highest level first. */
    @GetMapping("/skills")
    Page<SkillItem> skills(Caller caller, ListRequest asked) {
        Page<HeldSkill> page = Page.ofRanked(profiles.of(caller.self().value()), asked, HeldSkill::skill);
        Map<UUID, String> skills =
                names.of(page.items().stream().map(HeldSkill::skill).toList());
        return page.map(held -> new SkillItem(
                held.skill(),
                skills.getOrDefault(held.skill(), ""),
                held.level(),
                Proficiency.of(held.level()).stage(),
                held.evidence()));
    }

    /** Claims a skill at a level, in the caller's own name. */
    @PostMapping("/skills")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(Caller caller, @Valid @RequestBody NewClaim body) {
        development.claim(caller, body.skill(), body.level());
    }

    /** What the caller still has to learn for a role, musts and widest gaps first, and what teaches it. */
    @GetMapping("/gap")
    RoleGap gap(Caller caller, @RequestParam UUID role) {
        var gap = gaps.of(caller.self(), role).orElseThrow(() -> new Unknown("role"));
        Map<UUID, String> skills =
                names.of(gap.skills().stream().map(Gaps.SkillGap::skill).toList());
        List<GapItem> items = gap.skills().stream()
                .map(each -> new GapItem(
                        each.skill(),
                        skills.getOrDefault(each.skill(), ""),
                        each.have(),
                        each.need(),
                        each.must(),
                        each.met(),
                        each.learning().stream()
                                .map(item -> learningItem(item, each.skill()))
                                .toList()))
                .toList();
        boolean known = !gap.role().requirements().isEmpty();
        return new RoleGap(role, gap.role().title(), known, items, items.size(), null);
    }

    /** What the caller has enrolled in, newest first. */
    @GetMapping("/learning")
    Page<LearningRecord> learning(Caller caller, ListRequest asked) {
        return Page.ofRanked(learning.recordsOf(caller.self().value()), asked, LearningRecord::id);
    }

    private static LearningItem learningItem(LearningCatalogue.Item item, UUID skill) {
        Integer level = item.gives().stream()
                .filter(gain -> gain.skill().value().equals(skill))
                .map(gain -> gain.level().level())
                .findFirst()
                .orElse(null);
        return new LearningItem(item.id(), item.title(), level, item.hours());
    }
}

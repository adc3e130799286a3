package org.traverse.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.traverse.api.marketplace.Development;
import org.traverse.api.marketplace.Gaps;
import org.traverse.api.security.Caller;
import org.traverse.matching.fit.Policy;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.learningcatalogue.LearningCatalogue;
import org.traverse.readmodel.learningcatalogue.LearningCatalogue.LearningRecord;
import org.traverse.readmodel.rolecatalogue.RoleCatalogue;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;
import org.traverse.readmodel.skillprofiles.SkillProfiles;
import org.traverse.readmodel.skillprofiles.SkillProfiles.EvidenceItem;

/** What a person can do, where they want to go, and the learning in between. */
@Controller
class DevelopmentPages {
    private static final int CHOICES = 60;

    private final SkillProfiles profiles;
    private final SkillCatalogue skills;
    private final SkillField names;
    private final RoleCatalogue roles;
    private final LearningCatalogue learning;
    private final Gaps gaps;
    private final Development development;
    private final Policy policy;
    private final Labels labels;

    DevelopmentPages(
            SkillProfiles profiles,
            SkillCatalogue skills,
            SkillField names,
            RoleCatalogue roles,
            LearningCatalogue learning,
            Gaps gaps,
            Development development,
            Policy policy,
            Labels labels) {
        this.profiles = profiles;
        this.skills = skills;
        this.names = names;
        this.roles = roles;
        this.learning = learning;
        this.gaps = gaps;
        this.development = development;
        this.policy = policy;
        this.labels = labels;
    }

    @GetMapping("/skills")
    String skills(Caller caller, Model model) {
        model.addAttribute("view", new SkillsView(rows(caller), new SkillsView.Claim("", ""), Map.of()));
        return "skills";
    }

    @PostMapping("/skills")
    String claim(
            Caller caller,
            @RequestParam(defaultValue = "") String skill,
            @RequestParam(defaultValue = "") String level,
            Model model,
            RedirectAttributes redirect) {
        var errors = new LinkedHashMap<String, String>();
        var meant = names.meant(skill);
        if (meant.skill().isEmpty()) {
            errors.put("skill", skill.isBlank() ? "Which skill?" : meant.refusal());
        }
        if (!level.matches("[1-5]")) {
            errors.put("level", "Choose a level.");
        }
        if (!errors.isEmpty()) {
            model.addAttribute("view", new SkillsView(rows(caller), new SkillsView.Claim(skill, level), errors));
            return "skills";
        }
        development.claim(caller, meant.skill().get(), Integer.parseInt(level));
        redirect.addFlashAttribute(Pages.NOTICE, skill.strip() + " is on your profile.");
        return "redirect:/skills";
    }

    @GetMapping("/career")
    String career(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) UUID role,
            Model model) {
        model.addAttribute("view", career(caller, q, Optional.ofNullable(role)));
        return "career";
    }

    @GetMapping("/career/roles")
    String roles(Caller caller, @RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("view", career(caller, q, Optional.empty()));
        return "choices";
    }

    @PostMapping("/learning/{id}/enrol")
    String enrol(Caller caller, @PathVariable UUID id, @RequestParam UUID role, RedirectAttributes redirect) {
        development.enrol(caller, id);
        redirect.addFlashAttribute(Pages.NOTICE, "You are enrolled.");
        return "redirect:/career?role=" + role;
    }

    @PostMapping("/learning/records/{id}/complete")
    String complete(Caller caller, @PathVariable UUID id, @RequestParam UUID role, RedirectAttributes redirect) {
        development.complete(caller, id);
        redirect.addFlashAttribute(Pages.NOTICE, "Well done. What you learnt is now on your profile.");
        return "redirect:/career?role=" + role;
    }

    private List<SkillsView.Row> rows(Caller caller) {
        var held = profiles.of(caller.self().value());
        var known =
                skills.names(held.stream().map(SkillProfiles.HeldSkill::skill).toList());
        return held.stream()
                .map(skill -> new SkillsView.Row(
                        known.getOrDefault(skill.skill(), "A skill no longer listed"),
                        skill.level(),
                        skill.evidence().stream().map(this::proof).toList()))
                .toList();
    }

    private SkillsView.Proof proof(EvidenceItem item) {
        String from = item.origin().isEmpty() ? "" : ": " + item.origin();
        return switch (item.voucher()) {
            case SELF -> proof("user", "Your own word", item);
            case PEER -> proof("users", "A colleague vouches for it", item);
            case MANAGER -> proof("user-check", "Your manager vouches for it", item);
            case LEARNING -> proof("school", "Completed learning" + from, item);
            case GIG -> proof("briefcase", "Completed gig" + from, item);
            case BADGE -> proof("award", "Badge" + from, item);
        };
    }

    private SkillsView.Proof proof(String icon, String what, EvidenceItem item) {
        return new SkillsView.Proof(icon, what, item.level(), item.on(), !policy.isRecent(item.on(), labels.today()));
    }

    private CareerView career(Caller caller, String typed, Optional<UUID> role) {
        String q = typed.length() > 100 ? "" : typed.strip();
        var found = roles.list(new ListRequest(q, CHOICES, Optional.empty()));
        var choices = found.items().stream()
                .map(r -> new CareerView.Choice(
                        r.id().toString(),
                        r.title(),
                        r.family(),
                        !r.requirements().isEmpty(),
                        isOnet(r)))
                .toList();
        return new CareerView(q, choices, found.total(), role.flatMap(id -> target(caller, id)));
    }

    private Optional<CareerView.Target> target(Caller caller, UUID role) {
        return gaps.of(caller.self(), role).map(gap -> {
            var asked = gap.role();
            var known =
                    skills.names(gap.skills().stream().map(Gaps.SkillGap::skill).toList());
            Map<UUID, LearningRecord> mine = learning.recordsOf(caller.self().value()).stream()
                    .collect(Collectors.toMap(LearningRecord::resource, record -> record, (newest, older) -> newest));
            var rows = gap.skills().stream()
                    .map(skill -> new CareerView.Row(
                            known.getOrDefault(skill.skill(), "A skill no longer listed"),
                            skill.need() == null ? 0 : skill.need(),
                            skill.have(),
                            skill.must(),
                            skill.learning().stream()
                                    .map(item -> course(item, skill.skill(), mine.get(item.id())))
                                    .toList()))
                    .toList();
            return new CareerView.Target(
                    asked.id().toString(),
                    asked.title(),
                    asked.family(),
                    asked.description(),
                    !rows.isEmpty(),
                    isOnet(asked),
                    rows);
        });
    }

    private static CareerView.Course course(LearningCatalogue.Item item, UUID skill, LearningRecord mine) {
        int gives = item.gives().stream()
                .filter(gain -> gain.skill().value().equals(skill))
                .mapToInt(gain -> gain.level().level())
                .max()
                .orElse(0);
        return new CareerView.Course(
                item.id().toString(),
                item.title(),
                item.provider(),
                Words.name(item.modality()),
                item.hours(),
                gives,
                mine == null ? "" : mine.id().toString(),
                mine == null ? "none" : mine.completedOn() == null ? "enrolled" : "completed");
    }

    private static boolean isOnet(RoleCatalogue.Role role) {
        return "O*NET".equals(role.scheme());
    }
}

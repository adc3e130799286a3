package org.traverse.api.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue.Skill;

/** Skills by what people type: the suggestions under a field, and what was meant in the end. */
@Controller
class SkillField {
    private final SkillCatalogue skills;

    SkillField(SkillCatalogue skills) {
        this.skills = skills;
    }

    @GetMapping("/skills/names")
    String suggest(@RequestParam(defaultValue = "") String skill, Model model) {
        model.addAttribute("names", skill.isBlank() || skill.length() > 200 ? List.of() : named(skill));
        return "names";
    }

    private List<String> named(String words) {
        return skills.list(ListRequest.of(words.strip())).items().stream()
                .map(Skill::name)
                .toList();
    }

    /** The skill of exactly this name, whatever its case. */
    Optional<UUID> meant(String typed) {
        if (typed.isBlank() || typed.length() > 200) {
            return Optional.empty();
        }
        return skills.list(new ListRequest(typed.strip(), ListRequest.MAX_LIMIT, Optional.empty())).items().stream()
                .filter(skill -> skill.name().equalsIgnoreCase(typed.strip()))
                .map(Skill::id)
                .findFirst();
    }
}

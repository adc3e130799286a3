package org.traverse.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.traverse.Bounds;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue.Skill;

/** Skills by what people type: the suggestions under a field, and what was meant in the end. */
@Controller
class SkillField {
    /** The one skill that was meant, or why there is none. */
    record Meant(Optional<UUID> skill, String refusal) {}

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern NAME_AND_KIND = Pattern.compile("(.+) \\(([a-z]+)\\)");

    private final SkillCatalogue skills;

    SkillField(SkillCatalogue skills) {
        this.skills = skills;
    }

    @GetMapping("/skills/names")
    String suggest(@RequestParam(defaultValue = "") String skill, Model model) {
        model.addAttribute("names", isTyped(skill) ? suggestions(skill) : List.of());
        return "names";
    }

    List<String> suggestions(String words) {
        Map<String, List<String>> alike = skills.list(ListRequest.of(words.strip())).items().stream()
                .map(Skill::name)
                .collect(Collectors.groupingBy(
                        name -> name.toLowerCase(Locale.ROOT), LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream()
                .flatMap(names -> names.size() == 1 ? names.stream() : toldApart(skills.named(names.get(0))))
                .toList();
    }

    /** By its id, or its exact name, whatever its case; where more than one has it, with its kind in brackets behind. */
    Meant meant(String typed) {
        List<Skill> named = isTyped(typed) ? named(typed.strip()) : List.of();
        return switch (named.size()) {
            case 0 ->
                new Meant(Optional.empty(), "No skill is called “" + typed.strip() + "”. Pick one from the list.");
            case 1 -> new Meant(Optional.of(named.get(0).id()), "");
            default ->
                new Meant(
                        Optional.empty(),
                        "More than one skill has this name. Write “"
                                + toldApart(named).collect(Collectors.joining("” or “")) + "”.");
        };
    }

    /** What is to be typed for this skill, and is never read as another. */
    String written(UUID id) {
        return skills.find(id).stream()
                .flatMap(skill -> Stream.of(skill.name(), skill.name() + " (" + kind(skill) + ")"))
                .filter(text -> meant(text).skill().equals(Optional.of(id)))
                .findFirst()
                .orElseGet(id::toString);
    }

    private List<Skill> named(String typed) {
        if (ID.matcher(typed).matches()) {
            return skills.find(UUID.fromString(typed)).stream().toList();
        }
        List<Skill> named = skills.named(typed);
        var withKind = NAME_AND_KIND.matcher(typed);
        return !named.isEmpty() || !withKind.matches()
                ? named
                : skills.named(withKind.group(1)).stream()
                        .filter(skill -> kind(skill).equals(withKind.group(2)))
                        .toList();
    }

    private static Stream<String> toldApart(List<Skill> alike) {
        return alike.size() == 1
                ? Stream.of(alike.get(0).name())
                : alike.stream()
                        .map(skill -> skill.name() + " (" + kind(skill) + ")")
                        .distinct();
    }

    private static String kind(Skill skill) {
        return skill.kind().name().toLowerCase(Locale.ROOT);
    }

    private static boolean isTyped(String skill) {
        return !skill.isBlank() && skill.length() <= 200 && Bounds.canBeKept(skill);
    }
}

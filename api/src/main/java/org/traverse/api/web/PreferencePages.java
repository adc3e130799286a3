package org.traverse.api.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.traverse.Bounds;
import org.traverse.api.marketplace.PersonalPreferences;
import org.traverse.api.security.Caller;
import org.traverse.matching.fit.Policy;
import org.traverse.preferences.Statement;
import org.traverse.readmodel.matchfacts.NamesInUse;
import org.traverse.skill.SkillId;

/** What a person wants of work, and whether they want to be matched. */
@Controller
class PreferencePages {
    private static final int MOST_HOURS = 60;
    private static final int EXAMPLES = 8;

    private final PersonalPreferences preferences;
    private final RankingViews rankings;
    private final NamesInUse used;
    private final SkillField names;
    private final Policy policy;

    PreferencePages(
            PersonalPreferences preferences, RankingViews rankings, NamesInUse used, SkillField names, Policy policy) {
        this.preferences = preferences;
        this.rankings = rankings;
        this.used = used;
        this.names = names;
        this.policy = policy;
    }

    @GetMapping("/preferences")
    String mine(Caller caller, Model model) {
        return page(caller, typed(preferences.of(caller).stated()), Map.of(), model);
    }

    @PostMapping("/preferences")
    String state(Caller caller, PreferencesView.Typed typed, Model model, RedirectAttributes redirect) {
        var errors = new LinkedHashMap<String, String>();
        var stated = new Statement(
                Fields.read(errors, "place", Optional.empty(), () -> Bounds.place("place", Optional.of(typed.place()))),
                ZoneField.meant(errors, "zone", typed.zone()),
                Several.languages(errors, "languages", typed.languages()),
                aims(errors, typed.skill()),
                Fields.read(
                        errors,
                        "topics",
                        List.of(),
                        () -> Bounds.topics("topics", Several.of(typed.topics()), Statement.MOST)),
                Fields.read(
                        errors,
                        "places",
                        List.of(),
                        () -> Bounds.places("places", Several.of(typed.places()), Statement.MOST)),
                hours(errors, typed.hours()));
        if (!errors.isEmpty()) {
            return page(caller, typed, errors, model);
        }
        preferences.state(caller, stated);
        return back(redirect, "Saved. Your matches follow it from now on.");
    }

    @PostMapping("/preferences/opt-out")
    String optOut(Caller caller, RedirectAttributes redirect) {
        preferences.optOut(caller);
        return back(redirect, "You are out of matching.");
    }

    @PostMapping("/preferences/opt-in")
    String optIn(Caller caller, RedirectAttributes redirect) {
        preferences.optIn(caller);
        return back(redirect, "You are matched again.");
    }

    private String page(Caller caller, PreferencesView.Typed typed, Map<String, String> errors, Model model) {
        model.addAttribute(
                "view",
                new PreferencesView(
                        typed,
                        rankings.gigs(caller),
                        used.places(),
                        Several.text(used.topics().stream().limit(EXAMPLES).toList()),
                        preferences
                                .of(caller)
                                .optedOutAt()
                                .map(at -> Words.date(Labels.day(at)))
                                .orElse(""),
                        policy,
                        errors));
        return "preferences";
    }

    private PreferencesView.Typed typed(Statement stated) {
        return new PreferencesView.Typed(
                stated.place().orElse(""),
                stated.zone().orElse(""),
                Several.words(stated.languages()),
                stated.aims().stream()
                        .map(skill -> names.written(skill.value()))
                        .toList(),
                Several.text(stated.topics()),
                Several.text(stated.places()),
                stated.mostHoursPerWeek() == 0 ? "" : String.valueOf(stated.mostHoursPerWeek()));
    }

    private List<SkillId> aims(Map<String, String> errors, List<String> typed) {
        var aims = new ArrayList<SkillId>();
        for (int i = 0; i < typed.size(); i++) {
            if (!typed.get(i).isBlank()) {
                if (aims.size() == Statement.MOST) {
                    errors.put("skill-" + i, "No more than " + Statement.MOST + " of them.");
                    break;
                }
                var meant = names.meant(typed.get(i));
                meant.skill().map(SkillId::new).ifPresent(aims::add);
                if (meant.skill().isEmpty()) {
                    errors.put("skill-" + i, meant.refusal());
                }
            }
        }
        return aims;
    }

    private static int hours(Map<String, String> errors, String typed) {
        String hours = typed.strip();
        if (hours.isEmpty()) {
            return 0;
        }
        if (!hours.matches("\\d{1,2}") || Integer.parseInt(hours) < 1 || Integer.parseInt(hours) > MOST_HOURS) {
            errors.put("hours", "A whole number from 1 to " + MOST_HOURS + ", or nothing.");
            return 0;
        }
        return Integer.parseInt(hours);
    }

    private static String back(RedirectAttributes redirect, String notice) {
        redirect.addFlashAttribute(Pages.NOTICE, notice);
        return "redirect:/preferences";
    }
}

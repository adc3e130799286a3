package org.traverse.api.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Time zones by what people type: the suggestions under a field, and what was meant in the end. */
@Controller
class ZoneField {
    private static final int SUGGESTED = 20;

    private static final List<String> ALL =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();

    /** Those with a region and a town; the others are older names of the same. */
    private static final List<String> ZONES = ALL.stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .toList();

    @GetMapping("/zones/names")
    String suggest(@RequestParam(defaultValue = "") String zone, Model model) {
        model.addAttribute("names", suggestions(zone));
        return "names";
    }

    static List<String> suggestions(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return wanted.isEmpty()
                ? List.of()
                : ZONES.stream()
                        .filter(zone -> zone.toLowerCase(Locale.ROOT).contains(wanted))
                        .limit(SUGGESTED)
                        .toList();
    }

    /** By its name, whatever its case; a town alone will do where only one is called so. */
    static Optional<String> meant(Map<String, String> errors, String field, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> named =
                ALL.stream().filter(zone -> zone.equalsIgnoreCase(wanted)).findFirst();
        if (named.isPresent()) {
            return named;
        }
        String town = "/" + wanted;
        List<String> there = ZONES.stream()
                .filter(zone -> zone.toLowerCase(Locale.ROOT).endsWith(town))
                .toList();
        if (there.size() != 1) {
            errors.put(field, "No time zone is called “" + typed.strip() + "”. Pick one from the list.");
            return Optional.empty();
        }
        return Optional.of(there.get(0));
    }
}

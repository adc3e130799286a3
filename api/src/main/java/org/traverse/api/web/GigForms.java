package org.traverse.api.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.traverse.Bounds;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.Terms;
import org.traverse.skill.Proficiency;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillId;

/** Reads a gig from what was typed, and says of each field what is wrong with it. */
@Component
class GigForms {
    /** @param errors by field, in the order of the page; the rest is complete only without any */
    record Read(
            int hoursPerWeek,
            LocalDate from,
            LocalDate to,
            int seats,
            List<Requirement> requirements,
            Terms terms,
            Map<String, String> errors) {
        boolean dated() {
            return hoursPerWeek > 0 && from != null && to != null && !to.isBefore(from);
        }
    }

    private final SkillField names;
    private final Labels labels;

    GigForms(SkillField names, Labels labels) {
        this.names = names;
        this.labels = labels;
    }

    Read read(GigForm.Typed typed, TermsForm terms) {
        var errors = new LinkedHashMap<String, String>();
        text(errors, "title", typed.title(), 120, "Give it a title.");
        text(errors, "description", typed.description(), 4000, "Say what needs doing.");
        int hours = number(errors, "hoursPerWeek", typed.hoursPerWeek(), 1, DraftGig.MOST_HOURS, "Hours a week");
        LocalDate from = date(errors, "from", typed.from(), "the first day");
        LocalDate to = date(errors, "to", typed.to(), "the last day");
        if (from != null && to != null && to.isBefore(from)) {
            errors.put("to", "The last day lies before the first.");
        } else if (to != null && to.isBefore(labels.today())) {
            errors.put("to", "The last day lies in the past.");
        }
        int seats = number(errors, "seats", typed.seats(), 1, DraftGig.MOST_SEATS, "Seats");
        return new Read(
                hours, from, to, seats, requirements(errors, typed.rows()), terms.read(errors, labels.units()), errors);
    }

    private List<Requirement> requirements(Map<String, String> errors, List<GigForm.Row> rows) {
        var requirements = new ArrayList<Requirement>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.skill().isBlank()) {
                continue;
            }
            var meant = names.meant(row.skill());
            Optional<UUID> skill = meant.skill();
            if (skill.isEmpty()) {
                errors.put("skill-" + i, meant.refusal());
            } else if (!seen.add(skill.get())) {
                errors.put("skill-" + i, row.skill().strip() + " is asked for twice.");
            } else if (row.level().matches("[1-5]")) {
                requirements.add(new Requirement(
                        new SkillId(skill.get()),
                        Optional.of(Proficiency.of(Integer.parseInt(row.level()))),
                        row.must(),
                        Optional.empty()));
            } else {
                errors.put("skill-" + i, "Choose a level.");
            }
        }
        if (requirements.isEmpty() && errors.keySet().stream().noneMatch(field -> field.startsWith("skill-"))) {
            errors.put("skill-0", "Name at least one skill: without any, nobody can be matched.");
        }
        return requirements;
    }

    private static void text(Map<String, String> errors, String field, String value, int most, String missing) {
        if (value.isBlank()) {
            errors.put(field, missing);
        } else if (value.strip().codePointCount(0, value.strip().length()) > most) {
            errors.put(field, "Keep it to " + Words.number(most) + " characters.");
        } else if (!Bounds.canBeKept(value.strip())) {
            errors.put(field, "It contains a character that is no text.");
        }
    }

    private static int number(
            Map<String, String> errors, String field, String value, int least, int most, String what) {
        if (value.strip().matches("\\d{1,4}")) {
            int number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        }
        errors.put(field, what + ": a whole number from " + least + " to " + most + ".");
        return 0;
    }

    private static LocalDate date(Map<String, String> errors, String field, String value, String what) {
        try {
            return Bounds.date(what, LocalDate.parse(value.strip()));
        } catch (DateTimeParseException e) {
            errors.put(field, "Choose " + what + ".");
        } catch (IllegalArgumentException e) {
            errors.put(field, Pages.sentence(e.getMessage()));
        }
        return null;
    }
}

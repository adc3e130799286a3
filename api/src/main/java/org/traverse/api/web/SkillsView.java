package org.traverse.api.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A person's skills, and why each level is believed.
 *
 * @param claim what was typed into the form, given back when it was refused
 * @param errors by the name of the field
 */
public record SkillsView(List<Row> rows, Claim claim, Map<String, String> errors) {
    public record Row(String skill, int level, List<Proof> proofs) {}

    /**
     * @param what for example "Completed gig: Meter data pipeline"
     * @param old whether it counts no longer as recent
     */
    public record Proof(String icon, String what, int level, LocalDate on, boolean old) {}

    public record Claim(String skill, String level) {}

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }
}

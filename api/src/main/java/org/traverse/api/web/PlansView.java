package org.traverse.api.web;

import java.util.List;
import java.util.Map;

/** An HRBP's mobility plans, and the form for a new one. */
public record PlansView(List<Line> lines, List<Unit> units, String name, Map<String, String> errors) {
    public record Line(String id, String name, String units, String state, String tone, String result, String when) {}

    /** @param depth how far below the top it stands */
    public record Unit(String id, String name, int depth, long people, long openSeats, boolean on) {}

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }
}

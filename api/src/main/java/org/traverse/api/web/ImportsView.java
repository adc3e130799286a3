package org.traverse.api.web;

import java.util.List;

/** Archives brought in, and how far each has come. */
public record ImportsView(List<Line> lines, String refused, List<Fault> faults) {
    public record Line(
            String id, String file, String state, String tone, int done, int total, String when, String failure) {
        public boolean underWay() {
            return tone.equals("wait");
        }

        public int percent() {
            return total == 0 ? 0 : (int) (100L * done / total);
        }
    }

    /** @param row 0 where the whole file is meant */
    public record Fault(String file, long row, String message) {}

    public boolean busy() {
        return lines.stream().anyMatch(Line::underWay);
    }
}

package org.traverse.api.web;

import java.util.List;

/** The read models, how far each is behind, and how the latest rebuild of each got on. */
public record ReadModelsView(List<Line> lines) {
    /**
     * @param name what it is called in addresses, {@code title} what people call it
     * @param state of the latest rebuild; empty when there was none
     * @param left how long it will take as far as can be told; empty when it cannot
     */
    public record Line(
            String name, String title, String behind, String state, String tone, long done, long total, String left) {
        public boolean underWay() {
            return tone.equals("wait");
        }
    }

    public boolean busy() {
        return lines.stream().anyMatch(Line::underWay);
    }
}

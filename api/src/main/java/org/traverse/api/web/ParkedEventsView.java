package org.traverse.api.web;

import java.util.List;

/**
 * Events that could not be handled, and those that were given up.
 *
 * @param sequences held up in all, of which these are the first
 */
public record ParkedEventsView(List<Line> lines, long sequences, List<Group> groups, List<Dropped> dropped) {
    /** @param tried how often and when, empty when it only followed another */
    public record Line(
            String id,
            String group,
            String event,
            String stream,
            long number,
            String parked,
            String tried,
            String cause,
            long behind) {}

    /** @param events parked, of all its sequences */
    public record Group(String name, long events) {}

    public record Dropped(
            String group, String event, String stream, long number, String when, String who, String reason) {}
}

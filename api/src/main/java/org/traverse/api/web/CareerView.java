package org.traverse.api.web;

import java.util.List;
import java.util.Optional;

/** A target role, what separates a person from it, and the learning that closes each gap. */
public record CareerView(String q, List<Choice> choices, long total, Optional<Target> target) {
    public record Choice(String id, String title, String family, boolean known, boolean onet) {}

    /** @param known whether any requirements are; without them there is nothing to compare */
    public record Target(
            String id, String title, String family, String description, boolean known, boolean onet, List<Row> rows) {
        public List<Row> gaps() {
            return rows.stream().filter(row -> !row.met()).toList();
        }

        public List<Row> met() {
            return rows.stream().filter(Row::met).toList();
        }

        public long mustsMissing() {
            return gaps().stream().filter(Row::must).count();
        }
    }

    public record Row(String skill, int need, int have, boolean must, List<Course> learning) {
        public boolean met() {
            return have >= Math.max(1, need);
        }
    }

    /** @param gives the level it leads to; standing is none, enrolled or completed, record the enrolment's id */
    public record Course(
            String id,
            String title,
            String provider,
            String how,
            int hours,
            int gives,
            String record,
            String standing) {}

    public boolean showsOnet() {
        return target.filter(Target::onet).isPresent() || choices.stream().anyMatch(Choice::onet);
    }

    public boolean chosen(Choice choice) {
        return target.isPresent() && target.get().id().equals(choice.id());
    }
}

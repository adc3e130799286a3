package org.traverse.api.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The learning that brings a person closest to a role or an opportunity in the time they have, week by week. */
public record LearningPlanView(String id, String title, Way way, Form form, Optional<Plan> plan) {
    /** @param kind role or opportunity; @param back where one came from; @param known whether any requirements are */
    public record Way(String kind, String back, boolean known) {
        public boolean toWork() {
            return kind.equals("opportunity");
        }
    }

    /** As typed; errors by the name of the field. */
    public record Form(
            String hours,
            String deadline,
            String budget,
            boolean byMoney,
            String currency,
            Map<String, String> errors) {
        public String error(String field) {
            return errors.getOrDefault(field, "");
        }
    }

    /**
     * @param otherCurrency how many items were left aside because they cost money in another currency
     * @param leavesGigsOut whether a gig would teach more
     */
    public record Plan(
            List<Step> steps,
            List<Skill> skills,
            int hours,
            String cost,
            String until,
            int otherCurrency,
            boolean leavesGigsOut,
            Proof proof) {
        /** No hours for study make room for a gig where there are none for work. */
        public String andHoursForGigs() {
            return leavesGigsOut ? "; a gig also needs as many of the hours you have free for work" : "";
        }

        public boolean gigs() {
            return steps.stream().anyMatch(step -> step.gig().isPresent());
        }

        public long closed() {
            return skills.stream().filter(Skill::met).count();
        }

        public long mustsLeft() {
            return skills.stream().filter(skill -> skill.must() && !skill.met()).count();
        }
    }

    /**
     * How sure it is that no other plan is better.
     *
     * @param percent how much more another one might close; 0 if it could at most be cheaper
     * @param byMoney whether cheaper means less money, else fewer hours
     */
    public record Proof(boolean optimal, double percent, boolean byMoney) {
        public String words() {
            if (optimal) {
                return "Proven: no other choice of courses and gigs closes more of your gaps, and none that closes as much "
                        + (byMoney ? "costs less." : "takes fewer hours.");
            }
            if (percent > 0) {
                return String.format(
                        Locale.ENGLISH,
                        "A better plan may exist: one that closes up to %.1f\u00a0%% more of your gaps.",
                        percent);
            }
            return "A plan that " + (byMoney ? "costs less" : "takes fewer hours")
                    + " may exist; none closes more of your gaps.";
        }
    }

    /** @param gig where the gig is shown, if it is one; @param raises the skills it is for */
    public record Step(String title, Optional<String> gig, String details, String weeks, String raises) {}

    /** @param have today; @param reached when all is done */
    public record Skill(String name, boolean must, int have, int need, int reached) {
        public boolean rises() {
            return reached > have;
        }

        public String change() {
            if (have == 0) {
                return rises() ? "new to you, up to " + Words.level(reached) : "still missing";
            }
            return rises()
                    ? "from " + Words.level(have) + " to " + Words.level(reached)
                    : "stays at " + Words.level(have);
        }

        public boolean met() {
            return reached >= Math.max(1, need);
        }
    }
}

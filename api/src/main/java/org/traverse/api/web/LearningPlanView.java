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
    public record Form(String hours, String deadline, String budget, Map<String, String> errors) {
        public String error(String field) {
            return errors.getOrDefault(field, "");
        }
    }

    /** @param optimal whether it is proven that no other is better; @param better by how many percent one might be */
    public record Plan(
            List<Step> steps,
            List<Skill> skills,
            int hours,
            String cost,
            String until,
            boolean optimal,
            double better) {
        public String more() {
            return String.format(Locale.ENGLISH, "%.1f %%", better);
        }

        public long closed() {
            return skills.stream().filter(Skill::met).count();
        }

        public long mustsLeft() {
            return skills.stream().filter(skill -> skill.must() && !skill.met()).count();
        }
    }

    /** @param raises the skills it is for */
    public record Step(
            String title, String provider, String how, int hours, String cost, String weeks, String raises) {}

    /** @param have today; @param reached when all is done */
    public record Skill(String name, boolean must, int have, int need, int reached) {
        public boolean rises() {
            return reached > have;
        }

        public boolean met() {
            return reached >= Math.max(1, need);
        }
    }
}

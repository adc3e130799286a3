package org.traverse.api.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The learning that brings a person closest to a role in the time they have, week by week. */
public record LearningPlanView(String role, String title, Form form, Optional<Plan> plan) {
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
        public long closed() {
            return skills.stream().filter(Skill::met).count();
        }

        public long mustsLeft() {
            return skills.stream().filter(skill -> skill.must() && !skill.met()).count();
        }
    }

    public record Step(String title, String provider, String how, int hours, String cost, String weeks) {}

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

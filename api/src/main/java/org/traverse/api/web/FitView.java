package org.traverse.api.web;

import java.util.List;

/**
 * How well one person fits one piece of work, as both sides see it: what must be met, then the parts of the score.
 *
 * @param obstacles what else stands in the way, such as too few free hours
 * @param raises what would raise the score, largest first
 */
public record FitView(
        boolean eligible, int score, List<Need> needs, List<String> obstacles, List<Part> parts, List<Raise> raises) {
    /**
     * @param level 0 where any level will do
     * @param have 0 where the skill is not on the profile
     */
    public record Need(String skill, int level, boolean must, int have) {
        public boolean met() {
            return have >= Math.max(1, level);
        }
    }

    public record Part(String name, int points, int max, String because) {}

    /** @param opens whether it also lets the person in */
    public record Raise(int points, String words, boolean opens) {}

    public List<Need> musts() {
        return needs.stream().filter(Need::must).toList();
    }

    public List<Need> wishes() {
        return needs.stream().filter(need -> !need.must()).toList();
    }

    public long mustsMet() {
        return musts().stream().filter(Need::met).count();
    }

    public int widest() {
        return parts.stream().mapToInt(Part::max).max().orElse(1);
    }

    public int most() {
        return parts.stream().mapToInt(Part::max).sum();
    }

    public String band() {
        return Band.of(score).key();
    }

    public String bandWords() {
        return Band.of(score).words();
    }

    /** Three bands, because nobody can tell 81 from 83. */
    enum Band {
        STRONG("strong", "Strong match"),
        GOOD("good", "Good match"),
        STRETCH("stretch", "Stretch");

        private final String key;
        private final String words;

        Band(String key, String words) {
            this.key = key;
            this.words = words;
        }

        static Band of(int score) {
            return score >= 80 ? STRONG : score >= 60 ? GOOD : STRETCH;
        }

        String key() {
            return key;
        }

        String words() {
            return words;
        }
    }
}

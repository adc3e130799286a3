package org.traverse.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.traverse.api.web.OpportunitiesView.Card;
import org.traverse.api.web.OpportunitiesView.Facet;
import org.traverse.api.web.OpportunitiesView.Option;

/** Narrows a list of opportunities; beside each option stands how many there would be with it. */
final class Facets {
    private record Choice(String value, String label, Predicate<Card> holds) {}

    private static final Map<String, List<Choice>> CHOICES = new LinkedHashMap<>();
    private static final Map<String, String> LABELS =
            Map.of("band", "Match", "reach", "Requirements", "hours", "Hours a week");

    static {
        CHOICES.put(
                "band",
                List.of(
                        new Choice(
                                "strong",
                                "Strong, 80 and more",
                                card -> card.fit().score() >= 80),
                        new Choice(
                                "good",
                                "Good, 60 to 79",
                                card -> isWithin(card.fit().score(), 60, 79)),
                        new Choice(
                                "stretch",
                                "Stretch, below 60",
                                card -> card.fit().score() < 60)));
        CHOICES.put(
                "reach",
                List.of(
                        new Choice("met", "All met", card -> card.fit().eligible()),
                        new Choice(
                                "unmet",
                                "Something missing",
                                card -> !card.fit().eligible())));
        CHOICES.put(
                "hours",
                List.of(
                        new Choice("4", "Up to 4", card -> card.work().hoursPerWeek() <= 4),
                        new Choice("8", "5 to 8", card -> isWithin(card.work().hoursPerWeek(), 5, 8)),
                        new Choice("16", "9 to 16", card -> isWithin(card.work().hoursPerWeek(), 9, 16)),
                        new Choice("40", "More than 16", card -> card.work().hoursPerWeek() > 16)));
    }

    private final List<Card> cards;
    private final Map<String, Set<String>> chosen;

    Facets(List<Card> cards, Map<String, Set<String>> chosen) {
        this.cards = cards;
        this.chosen = chosen;
    }

    List<Card> fitting() {
        return cards.stream().filter(fits("")).toList();
    }

    List<Facet> facets() {
        return CHOICES.entrySet().stream()
                .map(facet -> new Facet(
                        facet.getKey(),
                        LABELS.get(facet.getKey()),
                        facet.getValue().stream()
                                .map(choice -> option(facet.getKey(), choice))
                                .toList()))
                .toList();
    }

    private Option option(String facet, Choice choice) {
        long count = cards.stream().filter(fits(facet)).filter(choice.holds()).count();
        return new Option(choice.value(), choice.label(), count, chosenOf(facet).contains(choice.value()));
    }

    /** All facets but one hold: what a facet counts does not depend on what is ticked in it. */
    private Predicate<Card> fits(String except) {
        return card -> CHOICES.entrySet().stream()
                .filter(facet -> !facet.getKey().equals(except))
                .allMatch(facet -> chosenOf(facet.getKey()).isEmpty()
                        || facet.getValue().stream()
                                .filter(choice -> chosenOf(facet.getKey()).contains(choice.value()))
                                .anyMatch(choice -> choice.holds().test(card)));
    }

    private Set<String> chosenOf(String facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    private static boolean isWithin(int value, int least, int most) {
        return least <= value && value <= most;
    }
}

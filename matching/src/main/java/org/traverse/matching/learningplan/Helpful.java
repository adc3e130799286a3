package org.traverse.matching.learningplan;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The items of a catalogue that suffice for a best plan. */
final class Helpful {
    private final Catalogue catalogue;
    private final StudyTime time;
    private final Map<UUID, Offer> offers = new LinkedHashMap<>();

    private Helpful(Catalogue catalogue, StudyTime time) {
        this.catalogue = catalogue;
        this.time = time;
    }

    static List<LearningItem> of(List<Aim> aims, Catalogue catalogue, StudyTime time) {
        var helpful = new Helpful(catalogue, time);
        helpful.collect(aims);
        helpful.leaveAsideWhatIsDominated();
        return helpful.offers.values().stream().map(Offer::item).toList();
    }

    /** What gives a level that is missing, and what has to come before that; nothing that cannot be done at all. */
    private void collect(List<Aim> aims) {
        Set<UUID> ids = new HashSet<>();
        for (var item : catalogue.items()) {
            offers.put(item.id(), Offer.of(item, aims, catalogue));
        }
        for (var offer : offers.values()) {
            if (offer.helps() && isPossible(offer)) {
                ids.add(offer.id());
                ids.addAll(offer.before());
            }
        }
        offers.keySet().retainAll(ids);
    }

    private boolean isPossible(Offer offer) {
        long hours = 0;
        long cost = 0;
        var together = new HashSet<>(offer.before());
        together.add(offer.id());
        for (var id : together) {
            var item = offers.get(id).item();
            hours += item.hours();
            cost = item.cost() > time.budget() ? Long.MAX_VALUE : cost + item.cost();
            if (hours > time.hours() || cost > time.budget() || !Calendar.fitsAlone(item, time)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whatever plan has the one item stays possible with the other in its place, closes no less and takes no more. That
     * holds only for what nothing else comes after; so what comes later is looked at first, and of equals the highest id.
     */
    private void leaveAsideWhatIsDominated() {
        var laterFirst = offers.values().stream()
                .sorted(Comparator.comparing((Offer offer) -> -offer.before().size())
                        .thenComparing(Offer::id, Comparator.reverseOrder()))
                .toList();
        for (var offer : laterFirst) {
            var others = offers.values().stream().filter(other -> other != offer);
            if (!isNeeded(offer) && (!offer.helps() || others.anyMatch(other -> dominates(other, offer)))) {
                offers.remove(offer.id());
            }
        }
    }

    private boolean isNeeded(Offer offer) {
        return offers.values().stream().anyMatch(other -> other.item().after().contains(offer.id()));
    }

    private boolean dominates(Offer better, Offer offer) {
        return better.takesNoMoreThan(offer)
                && better.givesAsMuchAs(offer)
                && offer.before().containsAll(better.before())
                && isPossibleWhenever(better, offer);
    }

    private boolean isPossibleWhenever(Offer better, Offer offer) {
        var fixed = offer.item().dates();
        if (better.item().dates().isEmpty()) {
            return fixed.isEmpty() || firstWeek(better) <= time.week(fixed.get().from());
        }
        return fixed.isPresent()
                && (fixed.get().isWork() || !better.item().dates().get().isWork())
                && !better.item().dates().get().from().isBefore(fixed.get().from())
                && Weeks.of(better.item(), time).isWithin(Weeks.of(offer.item(), time)::hoursIn);
    }

    /** After all that has dates and comes before it. */
    private int firstWeek(Offer offer) {
        return catalogue.items(offer.before()).stream()
                .flatMap(item -> item.dates().stream())
                .mapToInt(dates -> time.week(dates.to()) + 1)
                .max()
                .orElse(0);
    }
}

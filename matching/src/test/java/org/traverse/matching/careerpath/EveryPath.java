package org.traverse.matching.careerpath;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.learningplan.LearningItem;

/** All paths there are, by trying every order of every choice of roles; each rule as one would say it, on plain maps. */
final class EveryPath {
    record Path(List<UUID> roles, long cost, long weeks, long unlikelihood) {}

    private record Needs(long readiness, long study, long inRole, long fees) {}

    /** From a role, or as one is: null. */
    private record Leg(UUID from, UUID to) {}

    private final Map<UUID, RoleProfile> roles;
    private final List<Moves> moves;
    private final Map<UUID, LearningItem> items;
    private final Assumptions assumptions;
    private final Traveller traveller;
    private final UUID target;
    private final Map<UUID, Long> rarities = new HashMap<>();
    private final Map<UUID, Set<UUID>> nearest = new HashMap<>();
    private final Map<Leg, Path> legs = new HashMap<>();

    EveryPath(
            List<RoleProfile> roles,
            List<Moves> moves,
            List<LearningItem> items,
            Assumptions assumptions,
            Traveller traveller,
            UUID target) {
        this.roles = roles.stream().collect(toMap(RoleProfile::id, role -> role));
        this.moves = moves;
        this.items = items.stream().collect(toMap(LearningItem::id, item -> item));
        this.assumptions = assumptions;
        this.traveller = traveller;
        this.target = target;
        roles.stream()
                .flatMap(role -> role.requirements().stream())
                .map(Requirement::skill)
                .forEach(skill -> rarities.put(skill, rarity(skill)));
        roles.forEach(role -> nearest.put(role.id(), nearest(role.id())));
        for (var to : this.roles.keySet()) {
            Stream.concat(Stream.of((UUID) null), this.roles.keySet().stream())
                    .filter(from -> !to.equals(from) && isPossible(from, to))
                    .forEach(from -> legs.put(new Leg(from, to), leg(from, to)));
        }
    }

    List<Path> best(PathAim aim, int alternatives) {
        var found = new ArrayList<Path>();
        extend(new ArrayList<>(), found);
        Comparator<Path> byAim = switch (aim) {
            case CHEAPEST -> Comparator.comparing(Path::cost).thenComparing(Path::weeks);
            case FASTEST -> Comparator.comparing(Path::weeks).thenComparing(Path::cost);
            case MOST_TRAVELLED -> Comparator.comparing(Path::unlikelihood).thenComparing(Path::weeks);
        };
        return found.stream()
                .sorted(byAim.thenComparing(path -> path.roles().size())
                        .thenComparing(
                                Path::roles,
                                (one, other) -> Arrays.compare(one.toArray(UUID[]::new), other.toArray(UUID[]::new))))
                .limit(alternatives)
                .toList();
    }

    private void extend(List<UUID> way, List<Path> found) {
        if (way.contains(target)) {
            found.add(path(way));
            return;
        }
        for (var next : way.size() == assumptions.changes() ? Set.<UUID>of() : roles.keySet()) {
            boolean isStop = !next.equals(target);
            if (way.contains(next) || isStop && traveller.role().equals(Optional.of(next))) {
                continue;
            }
            if (legs.containsKey(new Leg(last(way), next)) && !isPointless(way, next)) {
                way.add(next);
                extend(way, found);
                way.remove(way.size() - 1);
            }
        }
    }

    private static UUID last(List<UUID> way) {
        return way.isEmpty() ? null : way.get(way.size() - 1);
    }

    private Path leg(UUID from, UUID to) {
        var needs = needs(from, to);
        long study = (long) Math.ceil(needs.study() / (double) traveller.studyHours());
        return new Path(
                List.of(to),
                needs.fees() + (needs.study() + needs.inRole()) * assumptions.hourlyCost(),
                from == null ? study : Math.max(study, assumptions.weeksInRole()),
                Math.round(-1_000_000 * StrictMath.log(chance(from, to))));
    }

    private Path path(List<UUID> way) {
        long cost = 0;
        long weeks = 0;
        long unlikelihood = 0;
        UUID from = null;
        for (var to : way) {
            var leg = legs.get(new Leg(from, to));
            cost += leg.cost();
            weeks += leg.weeks();
            unlikelihood += leg.unlikelihood();
            from = to;
        }
        return new Path(List.copyOf(way), cost, weeks, unlikelihood);
    }

    private boolean isPointless(List<UUID> way, UUID next) {
        if (way.isEmpty()) {
            return false;
        }
        var before = way.size() == 1 ? null : way.get(way.size() - 2);
        return legs.containsKey(new Leg(before, next))
                && roles.get(next).requirements().stream()
                        .allMatch(asked -> Math.min(level(last(way), asked.skill()), want(asked))
                                <= Math.min(level(before, asked.skill()), want(asked)));
    }

    private boolean isPossible(UUID from, UUID to) {
        boolean seen = people(from, to) > 0;
        boolean near = from == null
                || to.equals(target)
                || nearest.get(from).contains(to)
                || nearest.get(to).contains(from);
        var needs = needs(from, to);
        return seen
                || near
                        && needs.readiness() >= assumptions.readiness()
                        && needs.study() + needs.inRole() - assumptions.settlingInHours() <= assumptions.hoursToLearn();
    }

    private Set<UUID> nearest(UUID role) {
        return new HashSet<>(roles.keySet().stream()
                .filter(other -> !other.equals(role) && similarity(role, other) > 0)
                .sorted(Comparator.comparing((UUID other) -> -similarity(role, other))
                        .thenComparing(other -> other))
                .limit(assumptions.neighbours())
                .toList());
    }

    private static int want(Requirement asked) {
        return Math.max(1, asked.level());
    }

    private int asked(UUID role, UUID skill) {
        return role == null
                ? 0
                : roles.get(role).requirements().stream()
                        .filter(asked -> asked.skill().equals(skill))
                        .mapToInt(EveryPath::want)
                        .sum();
    }

    private int level(UUID role, UUID skill) {
        return Math.max(traveller.skills().getOrDefault(skill, 0), asked(role, skill));
    }

    private long rarity(UUID skill) {
        long asking =
                roles.keySet().stream().filter(role -> asked(role, skill) > 0).count();
        return Math.max(1, Math.round(1000 * StrictMath.log((roles.size() + 1.0) / asking)));
    }

    private long similarity(UUID one, UUID other) {
        long both = 0;
        long either = 0;
        var skills = Stream.of(one, other)
                .flatMap(role -> roles.get(role).requirements().stream())
                .map(Requirement::skill)
                .distinct()
                .toList();
        for (var skill : skills) {
            both += rarities.get(skill) * Math.min(asked(one, skill), asked(other, skill));
            either += rarities.get(skill) * Math.max(asked(one, skill), asked(other, skill));
        }
        return 1000 * both / either;
    }

    private Needs needs(UUID from, UUID to) {
        long had = 0;
        long all = 0;
        long study = 0;
        long inRole = assumptions.settlingInHours();
        var learnt = new HashSet<LearningItem>();
        for (var asked : roles.get(to).requirements()) {
            long have = Math.min(level(from, asked.skill()), want(asked));
            long missing = want(asked) - have;
            long worth = rarities.get(asked.skill()) * (asked.must() ? 3 : 1);
            had += worth * have;
            all += worth * want(asked);
            if (!asked.must()) {
                inRole += missing * assumptions.hoursPerLevelInRole();
            } else if (missing > 0) {
                var lesson = lesson(asked);
                learnt.addAll(lesson);
                study += lesson.isEmpty() ? missing * assumptions.hoursPerLevel() : 0;
            }
        }
        study += learnt.stream().mapToLong(LearningItem::hours).sum();
        long fees = learnt.stream().mapToLong(LearningItem::cost).sum();
        return new Needs(100 * had / all, study, inRole, fees);
    }

    private Set<LearningItem> lesson(Requirement asked) {
        return items.values().stream()
                .filter(item -> item.gives().getOrDefault(asked.skill(), 0) >= want(asked))
                .sorted(Comparator.comparing((LearningItem item) -> price(withAllBefore(item)))
                        .thenComparing(LearningItem::id))
                .map(this::withAllBefore)
                .findFirst()
                .orElse(Set.of());
    }

    private Set<LearningItem> withAllBefore(LearningItem item) {
        var all = new HashSet<>(Set.of(item));
        item.after().forEach(before -> all.addAll(withAllBefore(items.get(before))));
        return all;
    }

    private long price(Set<LearningItem> lesson) {
        return lesson.stream()
                .mapToLong(item -> item.cost() + item.hours() * assumptions.hourlyCost())
                .sum();
    }

    private int people(UUID from, UUID to) {
        var left = from == null ? traveller.role().orElse(null) : from;
        return moves.stream()
                .filter(move -> move.from().equals(left) && move.to().equals(to))
                .mapToInt(Moves::people)
                .sum();
    }

    private double chance(UUID from, UUID to) {
        var left = from == null ? traveller.role().orElse(null) : from;
        long leaving = moves.stream()
                .filter(move -> move.from().equals(left))
                .mapToLong(Moves::people)
                .sum();
        long part;
        long all;
        if (from == null) {
            part = Math.max(1, needs(null, to).readiness());
            all = roles.keySet().stream()
                    .filter(role -> isPossible(null, role))
                    .mapToLong(role -> Math.max(1, needs(null, role).readiness()))
                    .sum();
        } else {
            part = Math.max(1, similarity(from, to));
            all = Math.max(
                    part,
                    roles.keySet().stream()
                            .filter(role -> !role.equals(from))
                            .filter(role -> people(from, role) > 0
                                    || nearest.get(from).contains(role)
                                    || nearest.get(role).contains(from))
                            .mapToLong(role -> Math.max(1, similarity(from, role)))
                            .sum());
        }
        return (people(from, to) + 10 * (double) part / all) / (leaving + 10);
    }
}

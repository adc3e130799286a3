package org.traverse.api.marketplace;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.traverse.employee.EmployeeId;
import org.traverse.matching.careerpath.Assumptions;
import org.traverse.matching.careerpath.CareerAdvice;
import org.traverse.matching.careerpath.CareerPaths;
import org.traverse.matching.careerpath.PathAim;
import org.traverse.matching.careerpath.RoleGraph;
import org.traverse.matching.careerpath.RoleProfile;
import org.traverse.matching.careerpath.Traveller;
import org.traverse.readmodel.Moment;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.learningcatalogue.LearningCatalogue;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.rolecatalogue.RoleCatalogue;
import org.traverse.readmodel.rolecatalogue.RoleCatalogue.Role;
import org.traverse.role.RoleId;

/** The ways from what somebody can do to a role they want. Nothing tells of moves between roles yet: similarity does. */
@Component
public class CareerPlanning {
    public static final Assumptions ASSUMED = Assumptions.usual();

    /**
     * @param advice empty when nobody has said what the role asks for
     * @param roles those with known requirements, by id; {@code items} likewise
     */
    public record Planned(
            Role target,
            Optional<CareerAdvice> advice,
            Map<UUID, Role> roles,
            Map<UUID, LearningCatalogue.Item> items) {}

    private record Known(
            Moment roleMoment,
            Moment itemMoment,
            RoleGraph graph,
            Map<UUID, Role> roles,
            Map<UUID, LearningCatalogue.Item> items) {}

    private final RoleCatalogue roles;
    private final LearningCatalogue learning;
    private final MatchFacts facts;
    private final Directory directory;
    private final Currency currency;
    private volatile Known known;

    CareerPlanning(
            RoleCatalogue roles,
            LearningCatalogue learning,
            MatchFacts facts,
            Directory directory,
            @Value("${traverse.currency}") Currency currency) {
        this.roles = roles;
        this.learning = learning;
        this.facts = facts;
        this.directory = directory;
        this.currency = currency;
    }

    /** ISO 4217; learning that costs money in another one is left aside. */
    public String currency() {
        return currency.getCurrencyCode();
    }

    /** @param studyHours per ISO week, 1-40, {@code alternatives} 1-10 */
    public Optional<Planned> paths(EmployeeId employee, UUID role, PathAim aim, int alternatives, int studyHours) {
        return roles.find(role).map(target -> {
            var now = known();
            var advice = Optional.of(role)
                    .filter(now.roles()::containsKey)
                    .map(to ->
                            CareerPaths.find(now.graph(), traveller(employee, now, studyHours), to, aim, alternatives));
            return new Planned(target, advice, now.roles(), now.items());
        });
    }

    private Traveller traveller(EmployeeId employee, Known now, int studyHours) {
        Map<UUID, Integer> skills = facts.person(employee.value())
                .map(person -> person.skills().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, skill -> skill.getValue().level())))
                .orElse(Map.of());
        var current = directory
                .person(employee)
                .flatMap(person -> person.role())
                .map(RoleId::value)
                .filter(now.roles()::containsKey);
        return new Traveller(skills, current, studyHours);
    }

    /** Made anew only when a role or an item has changed. Two threads may do so at once; the result is the same. */
    private Known known() {
        var last = known;
        if (last == null || roles.haveChangedSince(last.roleMoment()) || learning.haveChangedSince(last.itemMoment())) {
            last = anew();
            known = last;
        }
        return last;
    }

    private Known anew() {
        var roleMoment = roles.moment();
        var itemMoment = learning.moment();
        var profiles = roles.all().stream()
                .filter(role -> !role.requirements().isEmpty())
                .toList();
        var items = learning.all().stream()
                .filter(item -> item.minorUnits() == 0 || item.currency().equals(currency()))
                .filter(item -> item.minorUnits() <= RoleGraph.FEE_AT_MOST)
                .toList();
        var graph = new RoleGraph(
                profiles.stream()
                        .map(role -> new RoleProfile(role.id(), Facts.requirements(role.requirements())))
                        .toList(),
                List.of(),
                items.stream().map(Facts::item).toList(),
                ASSUMED);
        return new Known(
                roleMoment,
                itemMoment,
                graph,
                profiles.stream().collect(Collectors.toMap(Role::id, Function.identity())),
                items.stream().collect(Collectors.toMap(LearningCatalogue.Item::id, Function.identity())));
    }
}

package org.traverse.matching.careerpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.traverse.matching.careerpath.CareerAdvice.AlreadyMet;
import org.traverse.matching.careerpath.CareerAdvice.NoPath;
import org.traverse.matching.careerpath.CareerAdvice.Paths;
import org.traverse.matching.careerpath.EveryPath.Path;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.learningplan.LearningItem;

/** Small companies made up at random, beside all the paths there are in them. */
class CareerPathsPropertiesTest {
    private static final int COMPANIES = 1200;

    record Company(
            List<RoleProfile> roles,
            List<Moves> moves,
            List<LearningItem> catalogue,
            Assumptions assumptions,
            Traveller traveller) {
        UUID target() {
            return roles.get(0).id();
        }

        RoleGraph graph() {
            return new RoleGraph(roles, moves, catalogue, assumptions);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areTheBestOfAllPathsInTheirOrder(PathAim aim) {
        int alternatives = 0;
        int detours = 0;
        for (int seed = 0; seed < COMPANIES; seed++) {
            var company = company(new Random(seed));
            int wanted = 1 + seed % 10;
            var best = new EveryPath(
                            company.roles(),
                            company.moves(),
                            company.catalogue(),
                            company.assumptions(),
                            company.traveller(),
                            company.target())
                    .best(aim, wanted);
            var advice = CareerPaths.find(company.graph(), company.traveller(), company.target(), aim, wanted);
            if (advice instanceof Paths found) {
                assertThat(found.areBest()).isTrue();
                assertThat(found.paths().stream().map(path -> path(path, best)))
                        .as("seed " + seed)
                        .isEqualTo(best);
                alternatives += found.paths().size() > 1 ? 1 : 0;
                detours += found.paths().get(0).steps().size() > 1 ? 1 : 0;
            } else if (advice instanceof NoPath) {
                assertThat(best).as("seed " + seed).isEmpty();
            } else {
                assertThat(advice).isInstanceOf(AlreadyMet.class);
            }
        }
        assertThat(alternatives).as("companies with alternatives").isGreaterThan(COMPANIES / 4);
        assertThat(detours).as("companies where the best path has a stop").isGreaterThan(COMPANIES / 20);
    }

    /** The chance is not told, so it is taken from the path with the same roles. */
    private static Path path(CareerPath path, List<Path> best) {
        var roles = path.steps().stream().map(Step::role).toList();
        long unlikelihood = best.stream()
                .filter(each -> each.roles().equals(roles))
                .mapToLong(Path::unlikelihood)
                .findFirst()
                .orElse(-1);
        return new Path(roles, path.cost(), path.weeks(), unlikelihood);
    }

    @Test
    void doNotDependOnTheOrderOfWhatIsGiven() {
        for (int seed = 0; seed < COMPANIES; seed++) {
            var company = company(new Random(seed));
            var shuffled = new Company(
                    shuffled(company.roles(), seed),
                    shuffled(company.moves(), seed),
                    shuffled(company.catalogue(), seed),
                    company.assumptions(),
                    company.traveller());
            for (var aim : PathAim.values()) {
                assertThat(CareerPaths.find(shuffled.graph(), company.traveller(), company.target(), aim, 3))
                        .isEqualTo(CareerPaths.find(company.graph(), company.traveller(), company.target(), aim, 3));
            }
        }
    }

    private static <T> List<T> shuffled(List<T> list, int seed) {
        var shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    static Company company(Random random) {
        int roleCount = 4 + random.nextInt(4);
        int skillCount = 4 + random.nextInt(3);
        var roles = new ArrayList<RoleProfile>();
        for (int role = 0; role < roleCount; role++) {
            var asked = new HashMap<UUID, Requirement>();
            for (int i = 0; i <= 1 + random.nextInt(3); i++) {
                var skill = new UUID(0, random.nextInt(skillCount));
                asked.put(skill, new Requirement(skill, random.nextInt(6), random.nextBoolean()));
            }
            roles.add(new RoleProfile(new UUID(2, role), List.copyOf(asked.values())));
        }
        var catalogue = new ArrayList<LearningItem>();
        for (int item = 0; item < random.nextInt(8); item++) {
            Map<UUID, Integer> gives = new HashMap<>();
            for (int i = 0; i <= random.nextInt(2); i++) {
                gives.put(new UUID(0, random.nextInt(skillCount)), 1 + random.nextInt(5));
            }
            Set<UUID> after = item > 0 && random.nextInt(3) == 0 ? Set.of(new UUID(3, random.nextInt(item))) : Set.of();
            catalogue.add(new LearningItem(
                    new UUID(3, item),
                    gives,
                    1 + random.nextInt(60),
                    random.nextInt(2) * random.nextInt(2000),
                    after,
                    Optional.empty()));
        }
        var moves = new HashMap<List<Integer>, Moves>();
        for (int i = 0; i < random.nextInt(8) - 2; i++) {
            int from = random.nextInt(roleCount);
            int to = random.nextInt(roleCount);
            if (from != to) {
                moves.put(
                        List.of(from, to),
                        new Moves(new UUID(2, from), new UUID(2, to), random.nextInt(3) * random.nextInt(20)));
            }
        }
        Map<UUID, Integer> skills = new HashMap<>();
        for (int i = 0; i < random.nextInt(5); i++) {
            skills.put(new UUID(0, random.nextInt(skillCount + 1)), 1 + random.nextInt(5));
        }
        var assumptions = new Assumptions(
                1 + random.nextInt(50),
                random.nextInt(2) * random.nextInt(20),
                random.nextInt(2) * 20,
                random.nextInt(2) * random.nextInt(60),
                random.nextInt(2) * random.nextInt(50),
                random.nextInt(50),
                60 + random.nextInt(300),
                1 + random.nextInt(6),
                1 + random.nextInt(2) * random.nextInt(7));
        Optional<UUID> role =
                random.nextBoolean() ? Optional.of(new UUID(2, random.nextInt(roleCount))) : Optional.empty();
        return new Company(
                roles,
                List.copyOf(moves.values()),
                catalogue,
                assumptions,
                new Traveller(skills, role, 1 + random.nextInt(10)));
    }
}

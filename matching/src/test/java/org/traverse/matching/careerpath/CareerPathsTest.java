package org.traverse.matching.careerpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.matching.careerpath.CareerAdvice.AlreadyMet;
import org.traverse.matching.careerpath.CareerAdvice.NoPath;
import org.traverse.matching.careerpath.CareerAdvice.Paths;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.learningplan.LearningItem;
import org.traverse.matching.learningplan.LearningItem.Dates;

class CareerPathsTest {
    static final UUID CARE = new UUID(0, 1);
    static final UUID PLANNING = new UUID(0, 2);
    static final UUID LEADING = new UUID(0, 3);
    static final UUID MONEY = new UUID(0, 4);

    static final UUID NURSE = new UUID(2, 1);
    static final UUID PLANNER = new UUID(2, 2);
    static final UUID LEADER = new UUID(2, 3);
    static final UUID DIRECTOR = new UUID(2, 4);

    /** Ten hours a level in a role, a hundred by oneself, a cent an hour, a year in a role. */
    static final Assumptions ASSUMED = new Assumptions(100, 10, 0, 52, 1, 40, 300, 5, 100);

    final List<RoleProfile> roles = new ArrayList<>(List.of(
            role(NURSE, must(CARE, 3)),
            role(PLANNER, must(CARE, 3), wish(PLANNING, 3)),
            role(LEADER, must(PLANNING, 3), wish(CARE, 3), wish(LEADING, 3)),
            role(DIRECTOR, must(LEADING, 3), must(PLANNING, 3), wish(MONEY, 3))));
    final List<Moves> moves = new ArrayList<>();
    final List<LearningItem> catalogue = new ArrayList<>();
    final Traveller nurse = new Traveller(Map.of(CARE, 3), Optional.of(NURSE), 5);

    static RoleProfile role(UUID id, Requirement... requirements) {
        return new RoleProfile(id, List.of(requirements));
    }

    static Requirement must(UUID skill, int level) {
        return new Requirement(skill, level, true);
    }

    static Requirement wish(UUID skill, int level) {
        return new Requirement(skill, level, false);
    }

    static LearningItem item(int id, int hours, long cost, Map<UUID, Integer> gives, Integer... after) {
        var before = java.util.Arrays.stream(after)
                .map(each -> new UUID(1, each))
                .collect(java.util.stream.Collectors.toSet());
        return new LearningItem(new UUID(1, id), gives, hours, cost, before, Optional.empty());
    }

    CareerAdvice advice(UUID target, PathAim aim) {
        return CareerPaths.find(new RoleGraph(roles, moves, catalogue, ASSUMED), nurse, target, aim, 3);
    }

    List<CareerPath> paths(UUID target, PathAim aim) {
        return ((Paths) advice(target, aim)).paths();
    }

    List<List<UUID>> ways(UUID target, PathAim aim) {
        return paths(target, aim).stream()
                .map(path -> path.steps().stream().map(Step::role).toList())
                .toList();
    }

    @Nested
    class Lead {
        @Test
        void overRolesThatOpenTheNextOne() {
            assertThat(ways(DIRECTOR, PathAim.CHEAPEST)).containsExactly(List.of(PLANNER, LEADER, DIRECTOR));
        }

        @Test
        void straightWhereThatIsFasterAndOverAStopWhereThatIsCheaper() {
            catalogue.add(item(1, 20, 900, Map.of(PLANNING, 3)));
            roles.set(2, role(LEADER, must(PLANNING, 3), must(CARE, 3)));
            assertThat(ways(LEADER, PathAim.FASTEST)).containsExactly(List.of(LEADER), List.of(PLANNER, LEADER));
            assertThat(ways(LEADER, PathAim.CHEAPEST)).containsExactly(List.of(PLANNER, LEADER), List.of(LEADER));
        }

        @Test
        void whereSimilarityLeadsOnTheFirstDayAndWhereOthersWentLater() {
            roles.set(2, role(LEADER, must(PLANNING, 3), must(CARE, 3)));
            assertThat(ways(LEADER, PathAim.MOST_TRAVELLED).get(0)).containsExactly(LEADER);
            moves.add(new Moves(NURSE, PLANNER, 60));
            moves.add(new Moves(PLANNER, LEADER, 30));
            assertThat(ways(LEADER, PathAim.MOST_TRAVELLED).get(0)).containsExactly(PLANNER, LEADER);
            assertThat(paths(LEADER, PathAim.MOST_TRAVELLED).get(0).steps())
                    .extracting(Step::people)
                    .containsExactly(60, 30);
        }

        @Test
        void whereSomebodyWentThoughItAsksForMuch() {
            assertThat(ways(LEADER, PathAim.CHEAPEST)).doesNotContain(List.of(LEADER));
            moves.add(new Moves(NURSE, LEADER, 1));
            assertThat(ways(LEADER, PathAim.CHEAPEST)).contains(List.of(LEADER));
        }

        @Test
        void neverOverAStopThatTeachesNothingOfWhatFollows() {
            var gardener = new UUID(2, 9);
            roles.add(role(gardener, must(CARE, 3), wish(new UUID(0, 9), 2)));
            assertThat(ways(PLANNER, PathAim.CHEAPEST)).containsExactly(List.of(PLANNER));
        }
    }

    @Nested
    class AStep {
        @Test
        void tellsWhatIsLearntBeforeAndWhatInTheRole() {
            catalogue.add(item(1, 12, 500, Map.of(PLANNING, 3)));
            roles.set(2, role(LEADER, must(PLANNING, 3), must(CARE, 3), wish(LEADING, 2)));
            var step = paths(LEADER, PathAim.FASTEST).get(0).steps().get(0);
            assertThat(step)
                    .isEqualTo(new Step(
                            LEADER,
                            step.readiness(),
                            List.of(
                                    new StepGap(PLANNING, 0, 3, true, List.of(new UUID(1, 1))),
                                    new StepGap(LEADING, 0, 2, false, List.of())),
                            List.of(new UUID(1, 1)),
                            12,
                            20,
                            500,
                            532,
                            3,
                            0));
        }

        @Test
        void isReadyByWhatIsRareAndByMustsThreefold() {
            roles.add(role(new UUID(2, 8), must(CARE, 3), wish(new UUID(0, 8), 3)));
            long common = Math.round(1000 * Math.log(6.0 / 4));
            long rare = Math.round(1000 * Math.log(6.0));
            assertThat(paths(new UUID(2, 8), PathAim.CHEAPEST)
                            .get(0)
                            .steps()
                            .get(0)
                            .readiness())
                    .isEqualTo((int) (100 * 3 * common / (3 * common + rare)));
        }

        @Test
        void takesAnItemOnceThatServesTwoGapsAndWhatComesBeforeIt() {
            roles.add(role(new UUID(2, 8), must(CARE, 3), must(PLANNING, 2), must(LEADING, 2), must(MONEY, 1)));
            catalogue.add(item(1, 10, 100, Map.of(PLANNING, 3, LEADING, 2), 2));
            catalogue.add(item(2, 5, 0, Map.of(CARE, 1)));
            var graph = new RoleGraph(roles, moves, catalogue, new Assumptions(100, 10, 0, 52, 1, 0, 300, 5, 100));
            var advice = (Paths) CareerPaths.find(graph, nurse, new UUID(2, 8), PathAim.FASTEST, 1);
            var step = advice.paths().get(0).steps().get(0);
            assertThat(step.items()).containsExactly(new UUID(1, 1), new UUID(1, 2));
            assertThat(step.studyHours())
                    .as("the two items, and a level by oneself")
                    .isEqualTo(115);
            assertThat(step.fees()).isEqualTo(100);
        }

        @Test
        void leavesAsideWhatIsOnlyOnGivenDays() {
            var day = LocalDate.parse("2026-03-02");
            var dates = Optional.of(new Dates(day, day));
            catalogue.add(new LearningItem(new UUID(1, 1), Map.of(PLANNING, 3), 1, 0, Set.of(), dates));
            catalogue.add(item(2, 1, 0, Map.of(PLANNING, 3), 1));
            catalogue.add(item(3, 50, 0, Map.of(PLANNING, 3)));
            roles.set(2, role(LEADER, must(PLANNING, 3), must(CARE, 3)));
            assertThat(paths(LEADER, PathAim.FASTEST).get(0).steps().get(0).items())
                    .containsExactly(new UUID(1, 3));
        }

        @Test
        void isStudiedForBesideTheYearsInARole() {
            var path = paths(DIRECTOR, PathAim.CHEAPEST).get(0);
            assertThat(path.steps()).extracting(Step::weeks).containsExactly(0L, 52L, 52L);
            assertThat(path.weeks()).isEqualTo(104);
            assertThat(path.cost()).isEqualTo(30 + 30 + 30);
        }
    }

    @Nested
    class NobodyIsSent {
        @Test
        void whereTheyAreAlready() {
            roles.add(role(new UUID(2, 8), must(CARE, 2)));
            assertThat(advice(new UUID(2, 8), PathAim.FASTEST)).isEqualTo(new AlreadyMet());
        }

        @Test
        void whereNothingLeads() {
            roles.set(3, role(DIRECTOR, must(LEADING, 3), must(MONEY, 5), must(new UUID(0, 8), 5)));
            assertThat(advice(DIRECTOR, PathAim.CHEAPEST))
                    .asInstanceOf(type(NoPath.class))
                    .satisfies(none -> {
                        assertThat(none.nearest()).contains(LEADER);
                        assertThat(none.last().role()).isEqualTo(DIRECTOR);
                        assertThat(none.last().gaps())
                                .extracting(StepGap::skill)
                                .containsExactlyInAnyOrder(MONEY, new UUID(0, 8));
                    });
        }

        @Test
        void whereNoRoleBringsThemNearer() {
            roles.add(role(new UUID(2, 8), must(new UUID(0, 8), 5)));
            assertThat(advice(new UUID(2, 8), PathAim.CHEAPEST))
                    .asInstanceOf(type(NoPath.class))
                    .extracting(NoPath::nearest)
                    .isEqualTo(Optional.empty());
        }
    }

    @Nested
    class Refuses {
        private void refused(String words, Runnable attempt) {
            assertThatIllegalArgumentException().isThrownBy(attempt::run).withMessageContaining(words);
        }

        @Test
        void rolesThatAreNotThereOrThereTwiceOrEmpty() {
            var unknown = new UUID(2, 99);
            refused("role " + unknown + " is not there", () -> advice(unknown, PathAim.FASTEST));
            refused(
                    "role " + unknown + " is not there",
                    () -> CareerPaths.find(
                            new RoleGraph(roles, moves, catalogue, ASSUMED),
                            new Traveller(Map.of(), Optional.of(unknown), 1),
                            NURSE,
                            PathAim.FASTEST,
                            1));
            refused("role " + NURSE + " has no requirements", () -> role(NURSE));
            refused(
                    "skill " + CARE + " is required twice by role " + NURSE,
                    () -> role(NURSE, must(CARE, 1), wish(CARE, 2)));
            roles.add(role(NURSE, must(CARE, 1)));
            refused("role " + NURSE + " is there twice", () -> advice(NURSE, PathAim.FASTEST));
        }

        @Test
        void numbersThatMakeNoSense() {
            var graph = new RoleGraph(roles, moves, catalogue, ASSUMED);
            for (int alternatives : new int[] {0, 11}) {
                refused(
                        "number of alternatives is " + alternatives + ", but must be between 1 and 10",
                        () -> CareerPaths.find(graph, nurse, DIRECTOR, PathAim.FASTEST, alternatives));
            }
            refused("is -1, but must be between 0", () -> new Moves(NURSE, LEADER, -1));
            refused("study hours per week is 0", () -> new Traveller(Map.of(), Optional.empty(), 0));
            refused("level of skill " + CARE + " is 6", () -> new Traveller(Map.of(CARE, 6), Optional.empty(), 1));
            refused("readiness is 101", () -> new Assumptions(1, 1, 1, 1, 1, 101, 1, 1, 1));
        }

        @Test
        void movesThatLeadNowhere() {
            refused("to itself", () -> new Moves(NURSE, NURSE, 1));
            moves.add(new Moves(NURSE, new UUID(2, 99), 1));
            refused("role " + new UUID(2, 99) + ", which is not there", () -> advice(LEADER, PathAim.FASTEST));
            moves.set(0, new Moves(NURSE, LEADER, 0));
            moves.add(new Moves(NURSE, LEADER, 2));
            refused("from role " + NURSE + " to " + LEADER + " are there twice", () -> advice(LEADER, PathAim.FASTEST));
        }

        @Test
        void itemsThatAreThereTwiceOrAfterThemselves() {
            catalogue.add(item(1, 1, 0, Map.of(CARE, 1), 2));
            refused("after " + new UUID(1, 2) + ", which is not there", () -> advice(LEADER, PathAim.FASTEST));
            catalogue.add(item(2, 1, 0, Map.of(CARE, 1), 1));
            refused("after itself", () -> advice(LEADER, PathAim.FASTEST));
            catalogue.set(1, item(1, 1, 0, Map.of(CARE, 1)));
            refused("item " + new UUID(1, 1) + " is there twice", () -> advice(LEADER, PathAim.FASTEST));
        }
    }
}

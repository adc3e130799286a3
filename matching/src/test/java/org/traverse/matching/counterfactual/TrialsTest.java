package org.traverse.matching.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.traverse.matching.counterfactual.Trials.Found;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;
import org.traverse.matching.staffing.SeatToFill;
import org.traverse.matching.staffing.StaffingProblem;
import org.traverse.matching.staffing.StaffingReplay;

class TrialsTest {

    private static final LocalDate TODAY = LocalDate.parse("2025-03-03");
    private static final UUID SQL = new UUID(3, 1);
    private static final long LONG = 5_000;

    private final Trials trials = new Trials();

    @Test
    void giveTheFirstThoughALaterOneIsFaster() {
        var found = trials.first(List.of(20L, 1L), TrialsTest::replay, (steps, proposals) -> true);

        assertThat(found).map(Found::number).contains(0);
        assertThat(found.orElseThrow().proposals())
                .isEqualTo(replay(20).proposals().orElseThrow());
    }

    @Test
    void goOnUntilOneIsWhatIsSought() {
        var all = List.of(1L, 2L, 3L, 4L, 5L);

        assertThat(trials.first(all, TrialsTest::replay, (steps, proposals) -> steps >= 4))
                .map(Found::number)
                .contains(3);
        assertThat(trials.first(all, TrialsTest::replay, (steps, proposals) -> false))
                .isEmpty();
    }

    @Test
    @Timeout(value = 60, threadMode = SEPARATE_THREAD)
    void leaveNothingRunningBehindTheOneThatIsFound() throws Exception {
        var late = replay(LONG);

        trials.first(List.of(replay(1), late), replay -> replay, (replay, proposals) -> true);

        assertThat(late.proposals()).as("it is stopped for good").isEmpty();
    }

    @Test
    @Timeout(value = 60, threadMode = SEPARATE_THREAD)
    void areStoppedFromAnotherThread() throws Exception {
        var trying = CompletableFuture.supplyAsync(
                        () -> trials.first(List.of(LONG, LONG), TrialsTest::replay, (steps, proposals) -> true))
                .orTimeout(30, TimeUnit.SECONDS);
        TimeUnit.MILLISECONDS.sleep(500);
        assertThat(trying).isNotDone();

        trials.stop();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(trying::join)
                .withCauseInstanceOf(CancellationException.class);
        assertThatExceptionOfType(CancellationException.class)
                .as("and for good")
                .isThrownBy(() -> trials.first(List.of(LONG), TrialsTest::replay, (steps, proposals) -> true));
    }

    private static StaffingReplay replay(long steps) {
        return new StaffingReplay(List.of(problem()), List.of(steps));
    }

    /** One whose best plan is hard to prove: people with time for several seats that overlap in part. */
    private static StaffingProblem problem() {
        var random = new Random(1);
        var people = IntStream.range(0, 60)
                .mapToObj(id -> new Person(
                        new UUID(1, id),
                        Map.of(SQL, new KnownSkill(1 + random.nextInt(5), Optional.empty())),
                        6 + random.nextInt(10),
                        List.of()))
                .toList();
        var works = IntStream.range(0, 60)
                .mapToObj(id -> {
                    var from = TODAY.plusDays(random.nextInt(100));
                    var level = 1 + random.nextInt(5);
                    return new Work(
                            new UUID(2, id),
                            3 + random.nextInt(5),
                            from,
                            from.plusDays(30 + random.nextInt(60)),
                            List.of(new Requirement(SQL, level, random.nextBoolean())));
                })
                .toList();
        var seats = works.stream()
                .flatMap(work -> IntStream.rangeClosed(1, 3).mapToObj(number -> new SeatToFill(work.id(), number)))
                .toList();
        return new StaffingProblem(people, works, seats, Set.of(), TODAY);
    }
}

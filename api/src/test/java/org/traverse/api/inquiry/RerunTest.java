package org.traverse.api.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.traverse.api.inquiry.Answer.Replay;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.staffing.SeatToFill;
import org.traverse.matching.staffing.StaffingProblem;
import org.traverse.mobility.PlanResult;
import org.traverse.mobility.ProposalId;

class RerunTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID SKILL = new UUID(3, 1);

    private final Person person =
            new Person(new UUID(1, 1), Map.of(SKILL, new KnownSkill(4, Optional.of(TODAY))), 8, List.of());
    private final Work work =
            new Work(new UUID(2, 1), 8, TODAY, TODAY.plusDays(40), List.of(new Requirement(SKILL, 3, true)));
    private final StaffingProblem problem =
            new StaffingProblem(List.of(person), List.of(work), List.of(new SeatToFill(work.id(), 1)), Set.of(), TODAY);
    private final Fit fit = Fit.of(person, work, TODAY);

    @Test
    void findsTheSame() {
        assertThat(rerun(fit.score(), StoredParts.of(fit)).replay()).isEqualTo(new Replay(true, 1, 0));
    }

    @Test
    void tellsAnotherScoreOrAnotherSentence() {
        var parts = StoredParts.of(fit);
        var first = parts.get(0);
        var otherwise = new PlanResult.Part(first.name(), first.points(), first.max(), first.because() + " Perhaps.");

        assertThat(rerun(fit.score() - 1, parts).replay()).isEqualTo(new Replay(false, 1, 2));
        assertThat(rerun(fit.score(), List.of(otherwise)).replay()).isEqualTo(new Replay(false, 1, 2));
    }

    @Test
    void isStoppedBeforeItHasBegunToo() {
        var rerun = rerun(fit.score(), StoredParts.of(fit));
        rerun.stop();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(rerun::replay);
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> rerun.explain(person.id()));
    }

    private Rerun rerun(int score, List<PlanResult.Part> parts) {
        var proposal = new PlanResult.Proposal(
                ProposalId.random(), new GigId(work.id()), 1, new EmployeeId(person.id()), score, parts);
        return new Rerun(
                new Runs.Finished(List.of(problem), List.of(10L), new PlanResult(List.of(proposal), List.of(), false)));
    }
}

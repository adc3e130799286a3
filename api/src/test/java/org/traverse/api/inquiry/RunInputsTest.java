package org.traverse.api.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.api.WholeApplication;
import org.traverse.employee.EmployeeEvent.EmployeeErased;
import org.traverse.employee.EmployeeId;
import org.traverse.eventstore.PersonalSeal;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.staffing.Backfill;
import org.traverse.matching.staffing.Held;
import org.traverse.matching.staffing.JointMoves;
import org.traverse.matching.staffing.Pair;
import org.traverse.matching.staffing.Pairing;
import org.traverse.matching.staffing.SeatToFill;
import org.traverse.matching.staffing.StaffingProblem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@WholeApplication
class RunInputsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Instant ERASED = Instant.parse("2026-03-05T10:00:00Z");

    private final UUID plan = UUID.randomUUID();
    private final UUID run = UUID.randomUUID();
    private final RunAttempt first = new RunAttempt(plan, run, 1);
    private final RunAttempt second = new RunAttempt(plan, run, 2);
    private final Person nils = somebody(8);
    private final Person tove = somebody(4);
    private final UUID owner = UUID.randomUUID();
    private final Work work = new Work(
            UUID.randomUUID(), 8, TODAY, TODAY.plusDays(40), List.of(new Requirement(UUID.randomUUID(), 3, true)));

    @Autowired
    JdbcClient sql;

    @Autowired
    RunInputs inputs;

    @Autowired
    RunInputErasing erasing;

    @Autowired
    ExpiredRuns expired;

    @Autowired
    PersonalSeal seal;

    @BeforeEach
    void theFirstAttemptHasBegun() {
        sql.sql("insert into plan_progress (run, attempt) values (?, 1)")
                .param(run)
                .update();
    }

    @Test
    void areGivenBackAsTheyWere() {
        String hash = inputs.recording(first).keep(0, problem(nils, tove));

        StaffingProblem kept = inputs.of(run, 0, hash);

        assertThat(kept.people()).containsExactlyInAnyOrder(nils, tove);
        assertThat(kept.taken()).containsExactly(new Pairing(nils.id(), work.id()));
        assertThat(kept.held()).containsExactly(new Held(new SeatToFill(work.id(), 2), tove.id(), true));
        assertThat(kept.joint()).isEqualTo(problem(nils, tove).joint());
        assertThat(kept.works()).containsExactly(work.withRanked(List.of(tove.id(), nils.id())));
        assertThat(kept.seats()).hasSize(2);
    }

    @Test
    void nameNobodyButByTheKeyOfEach() {
        inputs.recording(first).keep(0, problem(nils, tove));

        assertThat(text("select common from run_input where run = ?"))
                .contains(work.id().toString())
                .doesNotContain(nils.id().toString(), tove.id().toString(), owner.toString());
        assertThat(text("select string_agg(facts, '') from run_input_person where run = ?"))
                .isNotEmpty()
                .doesNotContain(work.id().toString());
    }

    @Test
    void ofBeforeManagersRankedAnybodyAreRead() throws Exception {
        var problem = problem(nils, tove);
        var known =
                JsonMapper.shared().valueToTree(RunInput.of(problem).people().get(0));
        ((ObjectNode) known).remove("ranks");

        assertThat(JsonMapper.shared().treeToValue(known, RunInput.Known.class).ranks())
                .isEmpty();
    }

    @Test
    void areNotOverwrittenByAnAttemptThatWasTakenOver() {
        RunRecording late = inputs.recording(first);
        late.keep(0, problem(nils, tove));
        takenOver();
        String hash = inputs.recording(second).keep(0, problem(nils));

        assertThatExceptionOfType(RunTakenOver.class).isThrownBy(() -> late.keep(0, problem(nils, tove)));
        assertThatExceptionOfType(RunTakenOver.class).isThrownBy(() -> late.keep(1, problem(tove)));

        assertThat(inputs.of(run, 0, hash).people()).containsExactly(nils);
        assertThat(stages()).isEqualTo(1);
    }

    @Test
    void areEncryptedAgainOnlyForWhomSomethingIsOtherwise() {
        RunRecording recording = inputs.recording(first);
        recording.keep(0, problem(nils, tove));
        Person busier = tove.withHoursPerWeek(2);
        String hash = recording.keep(1, problem(nils, busier));

        assertThat(sealed(nils, 1)).isEqualTo(sealed(nils, 0));
        assertThat(sealed(tove, 1)).isNotEqualTo(sealed(tove, 0));
        assertThat(inputs.of(run, 1, hash).people()).containsExactlyInAnyOrder(nils, busier);
    }

    @Test
    void areForgottenWithWhoeverWasInThem() {
        String hash = inputs.recording(first).keep(0, problem(nils, tove));
        String others = inputs.recording(begun(UUID.randomUUID())).keep(0, problem(nils));

        erasing.on(new EmployeeErased(new EmployeeId(tove.id()), ERASED), ERASED);
        erasing.on(new EmployeeErased(new EmployeeId(nils.id()), ERASED.plusSeconds(60)), ERASED.plusSeconds(60));

        assertThatExceptionOfType(NotReplayable.class)
                .isThrownBy(() -> inputs.of(run, 0, hash))
                .withMessage("somebody in it was erased")
                .satisfies(refused -> assertThat(refused.since()).contains(ERASED));
        assertThat(others).isNotEqualTo(hash);
        assertThat(sql.sql("select count(*) from run_input_person where run = ?")
                        .param(run)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(sql.sql("select count(*) from run_input where run = ? and common is not null")
                        .param(run)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void ofTheFormerShapeAreForgottenToo() throws Exception {
        String hash = keptInTheFormerShape(problem(nils, tove));

        erasing.on(new EmployeeErased(new EmployeeId(owner), ERASED), ERASED);

        assertThatExceptionOfType(NotReplayable.class)
                .isThrownBy(() -> inputs.of(run, 0, hash))
                .withMessage("somebody in it was erased");
    }

    @Test
    void goOnceTheyAreKeptLongEnough() {
        String hash = inputs.recording(first).keep(0, problem(nils));
        String young = inputs.recording(first).keep(1, problem(nils));
        age(run, 0, 91);
        age(run, 1, 89);

        expired.remove();

        assertThatExceptionOfType(NotReplayable.class)
                .isThrownBy(() -> inputs.of(run, 0, hash))
                .withMessage("its facts are not kept any more");
        assertThat(inputs.of(run, 1, young).people()).containsExactly(nils);
    }

    /** Nils is not to be proposed, nor the owner, who is not in scope; Tove has the second seat if she is. */
    private StaffingProblem problem(Person... people) {
        var seats = List.of(new SeatToFill(work.id(), 1), new SeatToFill(work.id(), 2));
        var ids = Stream.of(people).map(Person::id).collect(Collectors.toSet());
        var held = ids.contains(tove.id()) ? List.of(new Held(seats.get(1), tove.id(), true)) : List.<Held>of();
        return new StaffingProblem(
                List.of(people),
                List.of(work.withRanked(List.of(owner, tove.id(), nils.id()))),
                seats,
                Set.of(new Pairing(nils.id(), work.id()), new Pairing(owner, work.id())),
                held,
                ids.size() == 2 ? together() : JointMoves.NONE,
                Policy.STANDARD,
                TODAY);
    }

    private JointMoves together() {
        return new JointMoves(
                List.of(new Pair(nils.id(), tove.id(), false)),
                List.of(new Backfill(new SeatToFill(work.id(), 2), tove.id())));
    }

    private String keptInTheFormerShape(StaffingProblem problem) throws Exception {
        record Common(
                List<Work> works,
                List<SeatToFill> seats,
                Set<Pairing> taken,
                List<Held> held,
                Policy policy,
                LocalDate today) {}
        byte[] common = JsonMapper.shared()
                .writeValueAsBytes(new Common(
                        problem.works(),
                        problem.seats(),
                        problem.taken(),
                        problem.held(),
                        problem.policy(),
                        problem.today()));
        sql.sql("insert into run_input (run, stage, plan, common) values (?, 0, ?, ?)")
                .params(run, plan, common)
                .update();
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(common);
        var inOrder = problem.people().stream()
                .sorted(Comparator.comparing(person -> person.id().toString()))
                .toList();
        for (Person person : inOrder) {
            byte[] facts = seal.seal(
                            person.id(),
                            "run-input/" + run + "/0",
                            JsonMapper.shared().writeValueAsBytes(person))
                    .orElseThrow();
            sql.sql("insert into run_input_person (run, stage, person, facts) values (?, 0, ?, ?)")
                    .params(run, person.id(), facts)
                    .update();
            sha256.update(person.id().toString().getBytes(StandardCharsets.US_ASCII));
            sha256.update(facts);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private RunAttempt begun(UUID another) {
        sql.sql("insert into plan_progress (run, attempt) values (?, 1)")
                .param(another)
                .update();
        return new RunAttempt(plan, another, 1);
    }

    private void takenOver() {
        sql.sql("update plan_progress set attempt = 2 where run = ?").param(run).update();
    }

    private void age(UUID run, int stage, int days) {
        sql.sql("update run_input set kept = ? where run = ? and stage = ?")
                .params(Timestamp.from(Instant.now().minus(days, ChronoUnit.DAYS)), run, stage)
                .update();
    }

    private int stages() {
        return sql.sql("select count(*) from run_input where run = ?")
                .param(run)
                .query(Integer.class)
                .single();
    }

    private byte[] sealed(Person person, int stage) {
        return sql.sql("select facts from run_input_person where run = ? and stage = ? and person = ?")
                .params(run, stage, person.id())
                .query(byte[].class)
                .single();
    }

    private String text(String select) {
        return new String(sql.sql(select).param(run).query(byte[].class).single(), StandardCharsets.ISO_8859_1);
    }

    private static Person somebody(int hours) {
        return new Person(UUID.randomUUID(), Map.of(), hours, List.of());
    }
}

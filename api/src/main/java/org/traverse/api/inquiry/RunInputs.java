package org.traverse.api.inquiry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.eventstore.PersonalSeal;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.staffing.Held;
import org.traverse.matching.staffing.JointMoves;
import org.traverse.matching.staffing.Pairing;
import org.traverse.matching.staffing.SeatToFill;
import org.traverse.matching.staffing.StaffingProblem;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts that runs were given: pseudonymous, and what is known of people encrypted with the key of each, so that an
 * erased person's skills, hours and commitments are erased here too. Who was not to be proposed for what, and who had which
 * seat, is kept by their ids. Of each plan the newest runs are kept. Tables: run_input, run_input_person.
 */
@Component
public class RunInputs {
    private static final int KEPT_OF_A_PLAN = 20; // beside the one under way
    static final JsonMapper JSON = JsonMapper.builder() // what a policy of then knew nothing of counts for nothing
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** @param joint null in what was kept before there were joint moves */
    record Common(
            List<Work> works,
            List<SeatToFill> seats,
            Set<Pairing> taken,
            List<Held> held,
            JointMoves joint,
            Policy policy,
            LocalDate today) {
        Common {
            joint = joint == null ? JointMoves.NONE : joint;
        }
    }

    private record Sealed(UUID person, byte[] facts) {}

    private final JdbcClient sql;
    private final PersonalSeal seal;
    private final TransactionTemplate transaction;

    RunInputs(JdbcClient sql, PersonalSeal seal, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.seal = seal;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Instead of what was kept for this stage of the run, and for later ones, before.
     *
     * @param stage 0, and one more after each change of the facts
     * @return the SHA-256, in hex, of what is kept now
     */
    public String keep(UUID plan, UUID run, int stage, StaffingProblem problem) {
        byte[] common = JSON.writeValueAsBytes(new Common(
                problem.works(),
                problem.seats(),
                problem.taken(),
                problem.held(),
                problem.joint(),
                problem.policy(),
                problem.today()));
        List<Sealed> people = problem.people().stream()
                .sorted(Comparator.comparing(person -> person.id().toString())) // as PostgreSQL has it
                .map(person -> sealed(place(run, stage), person))
                .toList();
        transaction.executeWithoutResult(status -> {
            sql.sql("delete from run_input where run = ? and stage >= ?")
                    .params(run, stage)
                    .update();
            sql.sql("delete from run_input where plan = ? and run not in (select run from run_input where plan = ?"
                            + " group by run order by max(kept) desc limit ?)")
                    .params(plan, plan, KEPT_OF_A_PLAN)
                    .update();
            sql.sql("insert into run_input (run, stage, plan, common) values (?, ?, ?, ?)")
                    .params(run, stage, plan, common)
                    .update();
            sql.sql("insert into run_input_person (run, stage, person, facts)"
                            + " select ?, ?, person, facts from unnest(?::uuid[], ?::bytea[]) as given (person, facts)")
                    .params(
                            run,
                            stage,
                            people.stream().map(Sealed::person).toArray(UUID[]::new),
                            people.stream().map(Sealed::facts).toArray(byte[][]::new))
                    .update();
        });
        return hash(common, people);
    }

    private Sealed sealed(String place, Person person) {
        return new Sealed(
                person.id(),
                seal.seal(person.id(), place, JSON.writeValueAsBytes(person)).orElse(null));
    }

    /**
     * The facts of this stage of a run as they were.
     *
     * @param hash what {@link #keep} gave
     * @throws NotReplayable when they are not to be had any more
     */
    StaffingProblem of(UUID run, int stage, String hash) {
        Optional<byte[]> kept = sql.sql("select common from run_input where run = ? and stage = ?")
                .params(run, stage)
                .query(byte[].class)
                .optional();
        byte[] common = kept.orElseThrow(() -> new NotReplayable("its facts are not kept any more", null));
        List<Sealed> people = sql.sql(
                        "select person, facts from run_input_person where run = ? and stage = ? order by person")
                .params(run, stage)
                .query(Sealed.class)
                .list();
        if (!hash(common, people).equals(hash)) {
            throw new NotReplayable("its facts are not those it was given: they were altered", null);
        }
        var shared = JSON.readValue(common, Common.class);
        List<Person> facts = people.stream()
                .flatMap(each -> opened(place(run, stage), each).stream())
                .toList();
        if (facts.size() < people.size()) {
            throw new NotReplayable("somebody in it was erased", firstErasure(people));
        }
        return new StaffingProblem(
                facts,
                shared.works(),
                shared.seats(),
                shared.taken(),
                shared.held(),
                shared.joint(),
                shared.policy(),
                shared.today());
    }

    private Optional<Person> opened(String place, Sealed sealed) {
        return Optional.ofNullable(sealed.facts())
                .flatMap(facts -> seal.open(sealed.person(), place, facts))
                .map(facts -> JSON.readValue(facts, Person.class));
    }

    private Instant firstErasure(List<Sealed> people) {
        return people.stream()
                .flatMap(person -> seal.erasedAt(person.person()).stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String place(UUID run, int stage) {
        return "run-input/" + run + "/" + stage;
    }

    private static String hash(byte[] common, List<Sealed> people) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(common);
            for (Sealed person : people) {
                sha256.update(person.person().toString().getBytes(StandardCharsets.US_ASCII));
                sha256.update(person.facts() == null ? new byte[0] : person.facts());
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

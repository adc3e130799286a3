package org.traverse.api.inquiry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.api.inquiry.RunInput.Common;
import org.traverse.api.inquiry.RunInput.Known;
import org.traverse.eventstore.PersonalSeal;
import org.traverse.matching.staffing.StaffingProblem;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts that runs were given: pseudonymous, and everything about people, who has which seat among it, encrypted with
 * the key of each. Of each plan the newest runs are kept. What goes with time is in {@link ExpiredRuns}, what with people in
 * {@link RunInputErasing}. Tables: run_input, run_input_person.
 */
@Component
public class RunInputs {
    private static final int KEPT_OF_A_PLAN = 20; // beside the one under way
    private static final JsonMapper JSON = JsonMapper.shared();

    record Sealed(UUID person, byte[] facts) {}

    private record Kept(byte[] common, Instant erased) {}

    private final JdbcClient sql;
    private final PersonalSeal seal;
    private final TransactionTemplate transaction;

    RunInputs(JdbcClient sql, PersonalSeal seal, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.seal = seal;
        this.transaction = new TransactionTemplate(transactions);
    }

    public RunRecording recording(RunAttempt attempt) {
        return new RunRecording(attempt, this);
    }

    Sealed sealed(UUID run, Known known) {
        UUID id = known.person().id();
        return new Sealed(
                id, seal.seal(id, place(run), JSON.writeValueAsBytes(known)).orElse(null));
    }

    /** @see RunRecording#keep */
    String keep(RunAttempt attempt, int stage, Common common, List<Sealed> people) {
        byte[] shared = JSON.writeValueAsBytes(common);
        transaction.executeWithoutResult(status -> {
            refuseIfTakenOver(attempt);
            sql.sql("delete from run_input where run = ? and stage >= ?")
                    .params(attempt.run(), stage)
                    .update();
            sql.sql("delete from run_input where plan = ? and run not in (select run from run_input where plan = ?"
                            + " group by run order by max(kept) desc limit ?)")
                    .params(attempt.plan(), attempt.plan(), KEPT_OF_A_PLAN)
                    .update();
            sql.sql("insert into run_input (run, stage, plan, common) values (?, ?, ?, ?)")
                    .params(attempt.run(), stage, attempt.plan(), shared)
                    .update();
            sql.sql("insert into run_input_person (run, stage, person, facts)"
                            + " select ?, ?, person, facts from unnest(?::uuid[], ?::bytea[]) as given (person, facts)")
                    .params(
                            attempt.run(),
                            stage,
                            people.stream().map(Sealed::person).toArray(UUID[]::new),
                            people.stream().map(Sealed::facts).toArray(byte[][]::new))
                    .update();
        });
        return hash(shared, people);
    }

    /** Locked, so that the next attempt begins before this has written, or after. */
    private void refuseIfTakenOver(RunAttempt attempt) {
        sql.sql("select attempt from plan_progress where run = ? and attempt = ? for share")
                .params(attempt.run(), attempt.number())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new RunTakenOver(attempt));
    }

    /**
     * The facts of this stage of a run as they were.
     *
     * @param hash what {@link RunRecording#keep} gave
     * @throws NotReplayable when they are not to be had any more
     */
    StaffingProblem of(UUID run, int stage, String hash) {
        Kept found = sql.sql("select common, erased from run_input where run = ? and stage = ?")
                .params(run, stage)
                .query((row, number) -> new Kept(row.getBytes("common"), instant(row.getTimestamp("erased"))))
                .optional()
                .orElseThrow(() -> new NotReplayable("its facts are not kept any more", null));
        if (found.erased() != null) {
            throw erased(found.erased());
        }
        List<Sealed> people = sql.sql(
                        "select person, facts from run_input_person where run = ? and stage = ? order by person")
                .params(run, stage)
                .query(Sealed.class)
                .list();
        if (!hash(found.common(), people).equals(hash)) {
            throw new NotReplayable("its facts are not those it was given: they were altered", null);
        }
        return new RunInput(JSON.readValue(found.common(), Common.class), opened(people, place(run))).problem();
    }

    private List<Known> opened(List<Sealed> people, String place) {
        var all = new ArrayList<Known>();
        for (Sealed each : people) {
            byte[] facts = Optional.ofNullable(each.facts())
                    .flatMap(kept -> seal.open(each.person(), place, kept))
                    .orElseThrow(() -> erased(firstErasure(people)));
            all.add(JSON.readValue(facts, Known.class));
        }
        return all;
    }

    private Instant firstErasure(List<Sealed> people) {
        return people.stream()
                .flatMap(person -> seal.erasedAt(person.person()).stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static NotReplayable erased(Instant since) {
        return new NotReplayable("somebody in it was erased", since);
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static String place(UUID run) {
        return "run-input/" + run;
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

package org.traverse.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was known before preferences were is known to matching after the update. */
class PreferencesMigrationTest {
    private static final String EWA = "'00000000-0000-0000-0000-000000000001'";
    private static final String NILS = "'00000000-0000-0000-0000-000000000002'";
    private static final String ERASED = "'00000000-0000-0000-0000-000000000003'";

    @Test
    void keepsWhatIsThereAndAddsWhatOtherTablesKnow() throws IOException {
        try (var postgres = EmbeddedPostgres.builder().start()) {
            migrate(postgres, "32");
            var sql = JdbcClient.create(postgres.getPostgresDatabase());
            for (String person : List.of(EWA, NILS)) {
                sql.sql("insert into readmodel.match_person (employee, hours_per_week) values (" + person + ", 8)")
                        .update();
            }
            sql.sql("""
                    insert into readmodel.directory_person (id, name, name_folded, email, job_title, org_unit, hired_on)
                    values (%s, 'Ewa', 'ewa', 'e@x.example', 'Engineer', gen_random_uuid(), '2024-02-29')""".formatted(EWA)).update();
            assignment(sql, EWA, "'2025-03-01'");
            assignment(sql, NILS, "null");
            assignment(sql, ERASED, "'2025-03-01'");
            sql.sql("""
                    insert into readmodel.match_gig (id, owner, org_unit, hours_per_week, starts_on, ends_on, seats,
                        seats_left, open, requirements)
                    values (gen_random_uuid(), %s, gen_random_uuid(), 4, '2025-01-01', '2025-02-01', 1, 1, true, '[]')""".formatted(EWA)).update();

            migrate(postgres, "33");

            assertThat(sql.sql(
                                    "select coalesce(in_role_since::text, 'unknown') || ' ' || hours_per_week || ' ' || opted_out"
                                            + " from readmodel.match_person where stated is null order by employee")
                            .query(String.class)
                            .list())
                    .containsExactly("2024-02-29 8 false", "unknown 8 false");
            assertThat(sql.sql("select employee::text from readmodel.match_done")
                            .query(String.class)
                            .list())
                    .containsExactly(EWA.replace("'", ""));
            assertThat(sql.sql("select count(*) from readmodel.match_gig where terms is null")
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    private static void assignment(JdbcClient sql, String employee, String completedOn) {
        sql.sql("""
                        insert into readmodel.assignment (id, application, employee, gig, gig_title, gig_owner, gig_unit,
                            started_at, completed_on)
                        values (gen_random_uuid(), gen_random_uuid(), %s, gen_random_uuid(), 'Meters', gen_random_uuid(),
                            gen_random_uuid(), now(), %s)""".formatted(employee, completedOn)).update();
    }

    private static void migrate(EmbeddedPostgres postgres, String to) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .schemas("readmodel")
                .locations("classpath:db/readmodel")
                .target(to)
                .load()
                .migrate();
    }
}

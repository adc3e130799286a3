package org.traverse.taxonomy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.traverse.taxonomy.OnetSample.KITES;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skill.SkillId;
import org.traverse.skill.SkillKind;

/** On a real event store, by the real scheduler. */
@SpringBootTest(
        properties = {
            "spring.config.import=classpath:traverse-core.properties",
            "db-scheduler.polling-interval=100ms",
            "db-scheduler.heartbeat-interval=1s",
            "db-scheduler.missed-heartbeats-limit=4"
        })
class TaxonomyImportingTest {
    @SpringBootApplication(scanBasePackages = "org.traverse")
    static class Application {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.start();
        }

        @Bean
        JdbcConnectionDetails connection(EmbeddedPostgres postgres) {
            return new JdbcConnectionDetails() {
                @Override
                public String getJdbcUrl() {
                    return postgres.getJdbcUrl("postgres", "postgres");
                }

                @Override
                public String getUsername() {
                    return "postgres";
                }

                @Override
                public String getPassword() {
                    return "";
                }
            };
        }
    }

    @Autowired
    TaxonomyImporting importing;

    @Autowired
    TaxonomyImportJob job;

    @Autowired
    TaxonomyArchives archives;

    @Autowired
    CommandGateway commands;

    @Autowired
    JdbcClient sql;

    final OnetSample sample = new OnetSample();

    @BeforeEach
    void forget() {
        sql.sql("truncate event, taxonomy_archive cascade").update();
    }

    @Test
    void definesSkillsAndRolesAndCleansUp() throws Exception {
        var id = begin(sample.zip());

        awaitEnd(id);
        assertThat(events())
                .isEqualTo(Map.of(
                        "taxonomy-import.begun", 1,
                        "skill.defined", 6,
                        "role.defined", 3,
                        "taxonomy-import.advanced", 1,
                        "taxonomy-import.finished", 1));
        assertThat(payload("taxonomy-import.begun"))
                .contains("\"scheme\":\"O*NET\",\"file\":\"db_0_1_text.zip\"", "\"total\":9");
        assertThat(count("taxonomy_archive") + count("taxonomy_archive_piece")).isZero();
        await(() -> count("scheduled_tasks where task_name = '" + TaxonomyImportJob.TASK.getTaskName() + "'") == 0);
    }

    @Test
    void definesNothingASecondTime() throws Exception {
        awaitEnd(begin(sample.zip()));

        awaitEnd(begin(sample.zip()));
        assertThat(events())
                .isEqualTo(Map.of(
                        "taxonomy-import.begun", 2,
                        "skill.defined", 6,
                        "role.defined", 3,
                        "taxonomy-import.advanced", 2,
                        "taxonomy-import.finished", 2));
    }

    @Test
    void beginsOnceWhatIsBegunAgainUnderTheSameId() throws Exception {
        var id = TaxonomyImportId.random();
        store(id, sample.zip()); // as if the node had died before it said that the import was begun
        sql.sql("update taxonomy_archive set sha256 = :digest")
                .param("digest", digest(sample.zip()))
                .update();
        importing.begin(id, OnetSample.NAME, new ByteArrayResource(sample.zip()));
        assertThat(count("taxonomy_archive")).isOne();
        assertThat(job.resume(id, () -> false)).isTrue();

        importing.begin(id, OnetSample.NAME, new ByteArrayResource(sample.zip()));
        assertThat(count("taxonomy_archive")).as("it has ended").isZero();
        assertThat(events())
                .containsEntry("taxonomy-import.begun", 1)
                .containsEntry("taxonomy-import.finished", 1)
                .containsEntry("role.defined", 3);
    }

    private static String digest(byte[] archive) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
    }

    @Test
    void revisesWhatANewerArchiveSaysOtherwise() throws Exception {
        awaitEnd(begin(sample.zip()));

        sample.replacing("Occupation Data.txt", "Cut, glue and fly.", "Cut, glue, fly and mend.");
        awaitEnd(begin(sample.zip()));
        assertThat(events()).containsEntry("role.defined", 3).containsEntry("role.revised", 1);
    }

    @Test
    void keepsNothingOfADamagedArchive() {
        sample.replacing("Skills.txt", "4.50", "four");

        assertThatThrownBy(() -> begin(sample.zip())).isInstanceOf(DamagedArchive.class);
        assertThat(events()).isEmpty();
        assertThat(count("taxonomy_archive")).isZero();
    }

    @Test
    void goesOnAfterTheLastWholeChunk() throws Exception {
        var id = TaxonomyImportId.random();
        store(id, withTechnologies(1_300));
        var asked = new AtomicInteger();

        assertThat(job.resume(id, () -> asked.incrementAndGet() == 3)).isFalse();
        assertThat(archives.find(id).orElseThrow().done()).isEqualTo(1_000);
        assertThat(events()).containsEntry("skill.defined", 1_000).doesNotContainKey("role.defined");

        assertThat(job.resume(id, () -> false)).isTrue();
        assertThat(events())
                .isEqualTo(Map.of(
                        "taxonomy-import.begun", 1,
                        "skill.defined", 1_306,
                        "role.defined", 3,
                        "taxonomy-import.advanced", 3,
                        "taxonomy-import.finished", 1));
        assertThat(job.resume(id, () -> false)).as("what has ended stays so").isTrue();
    }

    @Test
    void repeatsAChunkWithoutEffect() throws Exception {
        var id = TaxonomyImportId.random();
        store(id, withTechnologies(1_300));
        var asked = new AtomicInteger();
        job.resume(id, () -> asked.incrementAndGet() == 3);

        sql.sql("update taxonomy_archive set done = 0").update(); // as if it had died before it could write that down
        assertThat(job.resume(id, () -> false)).isTrue();
        assertThat(events())
                .isEqualTo(Map.of(
                        "taxonomy-import.begun", 1,
                        "skill.defined", 1_306,
                        "role.defined", 3,
                        "taxonomy-import.advanced", 3,
                        "taxonomy-import.finished", 1));
    }

    @Test
    void takesOverTheJobOfADeadNode() throws Exception {
        var id = TaxonomyImportId.random();
        store(id, sample.zip());
        sql.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                            last_heartbeat, version)
                        values ('taxonomy-import', :id, :seen, true, 'dead', :seen, 1)""")
                .param("id", id.toString())
                .param("seen", Timestamp.from(Instant.now().minusSeconds(5)))
                .update();

        awaitEnd(id);
        assertThat(events()).containsEntry("role.defined", 3).containsEntry("taxonomy-import.finished", 1);
    }

    @Test
    void failsInWordsWhenARuleStandsAgainstIt() throws Exception {
        commands.sendAndWait(
                new DefineSkill(SkillId.of(OnetArchive.source("2.A.1")), "Other", SkillKind.SKILL, Optional.empty()));

        awaitEnd(begin(sample.zip()));
        assertThat(payload("taxonomy-import.failed"))
                .contains("\"reason\":\"skill \\\"Listening\\\": this skill was taken from elsewhere\"");
        assertThat(events()).doesNotContainKeys("taxonomy-import.advanced", "taxonomy-import.finished");
    }

    @Test
    void keepsTheArchiveInPieces() throws Exception {
        var bytes = new byte[(2 << 20) + 7];
        new Random(7).nextBytes(bytes);
        var id = TaxonomyImportId.random();
        archives.store(id, "big.zip", "0".repeat(64), 1, new ByteArrayInputStream(bytes));

        assertThat(count("taxonomy_archive_piece")).isEqualTo(3);
        assertThat(archives.open(id).readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void takesOnlyTheNameOfAFile() throws Exception {
        var id = TaxonomyImportId.random();
        importing.begin(id, "C:\\Users\\ada\\" + "x".repeat(250) + "\u0000.zip", new ByteArrayResource(sample.zip()));
        awaitEnd(id);
        assertThat(payload("taxonomy-import.begun")).contains("\"file\":\"" + "x".repeat(200) + "\"");
    }

    @Test
    void importsTheWholeOfOnet() throws Exception {
        assumeTrue(
                Files.exists(OnetWholeArchiveTest.ARCHIVE), "no O*NET archive: -Dtraverse.data=DIR names its folder");
        var id = TaxonomyImportId.random();
        importing.begin(id, "db_29_2_text.zip", new FileSystemResource(OnetWholeArchiveTest.ARCHIVE));

        awaitEnd(id);
        assertThat(events())
                .containsEntry("skill.defined", 35 + 33 + 8_768)
                .containsEntry("role.defined", 1_016)
                .containsEntry("taxonomy-import.finished", 1);
    }

    private byte[] withTechnologies(int many) {
        var rows = new StringBuilder(sample.text("Technology Skills.txt"));
        for (int i = 0; i < many; i++) {
            rows.append(i < many / 2 ? KITES : OnetSample.KEEPERS)
                    .append("\tVersion ")
                    .append(i)
                    .append("\t1\n");
        }
        return sample.with("Technology Skills.txt", rows.toString().getBytes(UTF_8))
                .zip();
    }

    private TaxonomyImportId begin(byte[] archive) throws IOException {
        var id = TaxonomyImportId.random();
        importing.begin(id, OnetSample.NAME, new ByteArrayResource(archive));
        return id;
    }

    /** As if it had been taken in by a node that died before its first step. */
    private void store(TaxonomyImportId id, byte[] archive) throws IOException {
        int total = OnetSample.read(archive).commands().size();
        archives.store(id, OnetSample.NAME, "0".repeat(64), total, new ByteArrayInputStream(archive));
    }

    private void awaitEnd(TaxonomyImportId id) throws InterruptedException {
        await(() -> archives.find(id).isEmpty());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (var end = Instant.now().plusSeconds(300); !condition.getAsBoolean(); Thread.sleep(50)) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private int count(String table) {
        return sql.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private String payload(String event) {
        return sql.sql("select convert_from(payload, 'UTF8') from event where type = :event")
                .param("event", event)
                .query(String.class)
                .single();
    }

    private Map<String, Integer> events() {
        return sql
                .sql("select type, count(*) from event group by type")
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

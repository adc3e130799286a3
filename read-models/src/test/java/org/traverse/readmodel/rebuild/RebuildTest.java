package org.traverse.readmodel.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.Personal;
import org.traverse.RuleViolated;
import org.traverse.employee.EmployeeCommand.EraseEmployee;
import org.traverse.employee.EmployeeId;
import org.traverse.readmodel.Positions;
import org.traverse.readmodel.RealApplication;
import org.traverse.readmodel.elasticsearch.SearchIndex;
import org.traverse.readmodel.elasticsearch.SearchIndices;
import org.traverse.readmodel.rebuild.Rebuilds.State;

/** Read models made anew beside the live ones, on real servers. */
@Tag("faults")
@TestInstance(Lifecycle.PER_CLASS)
@ResourceLock("RealApplication")
@SpringBootTest(classes = RealApplication.class)
class RebuildTest {
    private static final ReadModel DIRECTORY = ReadModel.named("directory").orElseThrow();
    private static final ReadModel PEOPLE = ReadModel.named("people-search").orElseThrow();

    @Autowired
    CommandGateway commands;

    @Autowired
    Positions positions;

    @Autowired
    Rebuilding rebuilding;

    @Autowired
    Rebuilds rebuilds;

    @Autowired
    Digests digests;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationContext beans;

    private Company company;

    @BeforeAll
    void aCompany() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        company = new Company(commands, seed);
        company.grow(12);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(sql.sql("select nspname from pg_namespace where nspname like 'rebuild%'")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(sql.sql("select processor from token where processor like '%@%'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void everyTableHasOneOwnerAndEveryGroupIsAReadModel() {
        List<String> owned =
                ReadModel.ALL.stream().flatMap(model -> model.tables().stream()).toList();
        assertThat(owned).doesNotHaveDuplicates();
        assertThat(owned)
                .containsExactlyInAnyOrderElementsOf(
                        sql.sql("""
                                select table_name from information_schema.tables
                                where table_schema = 'readmodel' and table_name <> 'flyway_schema_history'""").query(String.class).list());
        assertThat(beans.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                        .map(Object::getClass)
                        .filter(type -> type.getPackageName().startsWith("org.traverse.readmodel"))
                        .map(type -> type.getAnnotation(ProcessingGroup.class).value())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        ReadModel.ALL.stream().map(ReadModel::name).toList());
    }

    @Test
    void equalsTheLiveOneWhateverTheSegmentsAndTheBatches() {
        int[][] segmentsAndBatches = {{2, 7}, {8, 1}, {1, 1000}};
        for (int[] each : segmentsAndBatches) {
            Map<String, Object> live = all();
            ReadModel.ALL.forEach(model -> rebuilding.begin(model, each[0], each[1]));
            ReadModel.ALL.forEach(model -> ends(model, State.DONE));
            assertThat(all()).as("%d segments, batches of %d", each[0], each[1]).isEqualTo(live);
            assertThat(sql.sql("select count(*) from token where processor = 'directory'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(each[0]);
        }
    }

    @Test
    void isNoticedByNobodyWhoReadsOrWritesMeanwhile() throws InterruptedException {
        seen();
        long known = people();
        List<Long> read = new CopyOnWriteArrayList<>(List.of(known));
        var stop = new boolean[1];
        var reader = new Thread(() -> {
            while (!stop[0]) {
                read.add(people());
            }
        });
        var writer = new Thread(() -> {
            while (!stop[0]) {
                company.grow(1);
            }
        });
        reader.start();
        writer.start();
        for (int i = 0; i < 3; i++) {
            rebuilding.begin(DIRECTORY);
            ends(DIRECTORY, State.DONE);
        }
        stop[0] = true;
        reader.join();
        writer.join();
        assertThat(read).as("how many people there are never falls").isSorted();
        settled();
        var live = digests.of(DIRECTORY);
        rebuilding.begin(DIRECTORY);
        ends(DIRECTORY, State.DONE);
        assertThat(digests.of(DIRECTORY)).isEqualTo(live);
        company.grow(1);
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(2)))
                .as("and it goes on at once")
                .isTrue();
    }

    @Test
    void leavesKeysAndIndexesAsTheyAre() {
        seen();
        List<String> before = keysAndIndexes();
        ReadModel.ALL.forEach(rebuilding::begin);
        ReadModel.ALL.forEach(model -> ends(model, State.DONE));
        assertThat(keysAndIndexes()).isEqualTo(before).hasSizeGreaterThan(40);
    }

    private List<String> keysAndIndexes() {
        List<String> found = new ArrayList<>(sql.sql("""
                        select indexdef from pg_indexes where schemaname = 'readmodel' order by indexdef""").query(String.class).list());
        found.addAll(sql.sql("""
                        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
                        where connamespace = 'readmodel'::regnamespace order by 1""").query(String.class).list());
        return found;
    }

    @Test
    void waitsForWhoeverStillReads() {
        seen();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            sql.sql("set local idle_in_transaction_session_timeout = 0").update();
            people();
            var begun = new Thread(() -> rebuilding.begin(DIRECTORY));
            begun.start();
            join(begun);
            eventually(() -> rebuilds.of(DIRECTORY).orElseThrow().done() > 0);
            Pause.of(Duration.ofSeconds(1));
            assertThat(rebuilds.of(DIRECTORY).orElseThrow().state()).isEqualTo(State.RUNNING);
        });
        ends(DIRECTORY, State.DONE);
    }

    @Test
    void canBeStoppedAndBegunAgainAndLeavesNothingBehind() {
        settled();
        var live = digests.of(PEOPLE);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            sql.sql("set local idle_in_transaction_session_timeout = 0").update();
            sql.sql("select count(*) from person_source").query(Long.class).single(); // which holds it up
            var other = new Thread(() -> {
                rebuilding.begin(PEOPLE);
                assertThatThrownBy(() -> rebuilding.begin(PEOPLE)).isInstanceOf(RuleViolated.class);
                eventually(() -> rebuilds.of(PEOPLE).orElseThrow().done() > 0);
                rebuilding.stop(PEOPLE);
                ends(PEOPLE, State.STOPPED);
                assertThatThrownBy(() -> rebuilding.stop(PEOPLE)).isInstanceOf(RuleViolated.class);
            });
            other.start();
            join(other);
        });
        assertThat(digests.of(PEOPLE)).isEqualTo(live);
        rebuilding.begin(PEOPLE);
        ends(PEOPLE, State.DONE);
        assertThat(digests.of(PEOPLE)).isEqualTo(live);
    }

    @Test
    void beginsAgainWhenTheLiveTablesAreChangedMeanwhile() {
        settled();
        ReadModel roles = ReadModel.named("role-catalogue").orElseThrow();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            sql.sql("set local idle_in_transaction_session_timeout = 0").update();
            sql.sql("lock table role in access share mode").update(); // which holds it up
            var other = new Thread(() -> {
                rebuilding.begin(roles);
                eventually(() -> rebuilds.of(roles).orElseThrow().done() > 0);
                sql.sql("alter table rebuild_role_catalogue.role drop column code")
                        .update();
                sql.sql("update rebuild set version = version - 1 where model = 'role-catalogue'")
                        .update();
            });
            other.start();
            join(other);
        });
        var live = digests.of(roles);
        ends(roles, State.DONE);
        assertThat(digests.of(roles)).isEqualTo(live);
    }

    /** A node that stood still while another took over may still have such a request on its way. */
    @Test
    void aDocumentThatComesLateIsNotTaken(
            @Autowired SearchIndices indices, @Autowired ElasticsearchClient elasticsearch) throws IOException {
        settled();
        var live = digests.of(PEOPLE);
        SearchIndex index = indices.of(PEOPLE.name()).orElseThrow();
        UUID person = sql.sql("select employee from person_source limit 1")
                .query(UUID.class)
                .single();
        Map<String, Object> former = Map.of("id", person, "name", "as it was", "jobTitle", "", "skills", List.of());
        index.write(Map.of(person, former), 1);
        index.refresh();
        assertThat(digests.of(PEOPLE)).isEqualTo(live);

        // The control: without a version it would be, and a rebuild makes up for it.
        String name =
                sql.sql("select name from people_index").query(String.class).single();
        elasticsearch.index(i -> i.index(name).id(person.toString()).document(former));
        assertThat(digests.of(PEOPLE)).isNotEqualTo(live);
        rebuilding.begin(PEOPLE);
        ends(PEOPLE, State.DONE);
        assertThat(digests.of(PEOPLE)).isEqualTo(live);
        eventually(() -> !isThere(elasticsearch, name));
    }

    @Test
    void doesNotBringBackWhoWasErased() {
        seen();
        UUID person = sql.sql("select id from directory_person where not erased limit 1")
                .query(UUID.class)
                .single();
        assertThat(nameOf(person)).isNotEqualTo(Personal.ERASED);
        commands.sendAndWait(new EraseEmployee(new EmployeeId(person)));
        eventually(() -> nameOf(person).equals(Personal.ERASED) && isConfirmed());
        Map<String, Object> live = all();
        ReadModel.ALL.forEach(rebuilding::begin);
        ReadModel.ALL.forEach(model -> ends(model, State.DONE));
        assertThat(all()).isEqualTo(live);
        assertThat(nameOf(person)).isEqualTo(Personal.ERASED);
    }

    private String nameOf(UUID person) {
        return sql.sql("select name from directory_person where id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    private boolean isConfirmed() {
        return sql.sql("select count(*) from scheduled_tasks where task_name = 'erasure-confirming'")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    @Test
    void parksAgainWhatCannotBeHandled() {
        ReadModel skills = ReadModel.named("skill-catalogue").orElseThrow();
        String stream = UUID.randomUUID().toString();
        sql.sql("""
                        insert into event (stream, sequence, number, aggregate, type, revision, identifier, at, metadata, payload)
                        values (?, 0, 1, 'Skill', 'skill.defined', '1', gen_random_uuid(), now(), '{}'::bytea,
                            '{"id":"no such id"}'::bytea)""").param(stream).update();
        eventually(() -> parked(stream).size() == 1);
        settled();
        var live = digests.of(skills);
        List<UUID> before = parked(stream);
        rebuilding.begin(skills);
        ends(skills, State.DONE);
        assertThat(parked(stream)).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(digests.of(skills)).isEqualTo(live);
        for (String table : List.of("event", "parked_event")) { // other tests read all events again
            sql.sql("delete from " + table + " where stream = ?").param(stream).update();
        }
    }

    private List<UUID> parked(String stream) {
        return sql.sql("select id from parked_event where stream = ? and processing_group = 'skill-catalogue'")
                .param(stream)
                .query(UUID.class)
                .list();
    }

    private static boolean isThere(ElasticsearchClient elasticsearch, String index) {
        try {
            return elasticsearch.indices().exists(i -> i.index(index)).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> all() {
        settled();
        Map<String, Object> all = new TreeMap<>();
        ReadModel.ALL.forEach(model -> all.put(model.name(), digests.of(model)));
        return all;
    }

    /** Processes go on sending commands for a while. */
    private void settled() {
        do {
            seen();
            Pause.of(Duration.ofMillis(300));
        } while (!positions.await(positions.newest(), Duration.ZERO));
    }

    private void seen() {
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();
    }

    private long people() {
        return sql.sql("select count(*) from directory_person")
                .query(Long.class)
                .single();
    }

    private void ends(ReadModel model, State as) {
        eventually(() -> !rebuilds.of(model).orElseThrow().state().isUnderWay());
        assertThat(rebuilds.of(model).orElseThrow().state()).isEqualTo(as);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void eventually(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < deadline) {
            Pause.of(Duration.ofMillis(50));
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }
}

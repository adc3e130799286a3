package org.traverse.readmodel.taxonomyimports;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.eventstore.Writes;
import org.traverse.readmodel.Cursor;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.taxonomyimports.TaxonomyImports.Import;
import org.traverse.readmodel.taxonomyimports.TaxonomyImports.State;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportAdvanced;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportBegun;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportFailed;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportFinished;
import org.traverse.taxonomy.TaxonomyImportId;

class TaxonomyImportsTest {
    static final Instant NINE = Instant.parse("2024-02-29T09:00:00.123456Z");
    static EmbeddedPostgres postgres;

    final TaxonomyImportId id = TaxonomyImportId.random();
    TaxonomyImports imports;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .schemas("readmodel")
                .locations("classpath:db/readmodel")
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void forget() {
        var database = postgres.getPostgresDatabase(Map.of("currentSchema", "readmodel"));
        imports = new TaxonomyImports(JdbcClient.create(database), new Writes(new JdbcTemplate(database)));
        imports.forget();
    }

    @Test
    void followsAnImportToItsEnd() {
        imports.on(begun(id, NINE));
        assertThat(imports.find(id.value())).contains(expected(State.RUNNING, 0, null, null));

        imports.on(new ImportAdvanced(id, 500));
        assertThat(imports.find(id.value())).contains(expected(State.RUNNING, 500, null, null));

        imports.on(new ImportAdvanced(id, 900));
        imports.on(new ImportFinished(id, NINE.plusSeconds(20)));
        assertThat(imports.find(id.value())).contains(expected(State.DONE, 900, null, NINE.plusSeconds(20)));
    }

    @Test
    void saysWhyAnImportFailed() {
        imports.on(begun(id, NINE));
        imports.on(new ImportAdvanced(id, 500));
        imports.on(new ImportFailed(id, "skill \"Tides\" was refused", NINE.plusSeconds(3)));

        assertThat(imports.find(id.value()))
                .contains(expected(State.FAILED, 500, "skill \"Tides\" was refused", NINE.plusSeconds(3)));
        assertThat(imports.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void listsTheNewestFirstAndMissesNoneBegunAtTheSameInstant() {
        for (int i = 0; i < 3; i++) {
            imports.on(begun(TaxonomyImportId.random(), NINE));
        }
        imports.on(begun(id, NINE.plusSeconds(1)));

        List<Import> seen = new ArrayList<>();
        var asked = new ListRequest("", 2, Optional.empty());
        var page = imports.list(asked);
        for (seen.addAll(page.items()); page.next() != null; seen.addAll(page.items())) {
            page = imports.list(new ListRequest("", 2, Optional.of(Cursor.parse(page.next()))));
            assertThat(page.total()).isEqualTo(4);
        }
        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
        assertThat(seen.get(0).id()).isEqualTo(id.value());
    }

    @Test
    void bearsACursorThatNoListGave() {
        imports.on(begun(id, NINE));

        var asked = new ListRequest("", 2, Optional.of(new Cursor("x", UUID.randomUUID())));
        assertThat(imports.list(asked).items()).isEmpty();
    }

    private static ImportBegun begun(TaxonomyImportId id, Instant at) {
        return new ImportBegun(id, "O*NET", "db_0_1_text.zip", "0".repeat(64), 900, at);
    }

    private Import expected(State state, int done, String failure, Instant endedAt) {
        return new Import(id.value(), "O*NET", "db_0_1_text.zip", state, done, 900, failure, NINE, endedAt);
    }
}

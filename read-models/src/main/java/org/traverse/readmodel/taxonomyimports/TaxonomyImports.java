package org.traverse.readmodel.taxonomyimports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.eventstore.Writes;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportAdvanced;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportBegun;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportFailed;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportFinished;

/** Every archive brought in, and how far each has come. Table: taxonomy_import. */
@Component
@ProcessingGroup("taxonomy-imports")
public class TaxonomyImports {
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * @param done of {@code total} skills and roles
     * @param failure why it failed; null unless it did
     * @param endedAt null while it is running
     */
    public record Import(
            UUID id,
            String scheme,
            String file,
            State state,
            int done,
            int total,
            String failure,
            Instant begunAt,
            Instant endedAt) {}

    private final JdbcClient sql;
    private final Writes writes;

    TaxonomyImports(JdbcClient sql, Writes writes) {
        this.sql = sql;
        this.writes = writes;
    }

    public Optional<Import> find(UUID id) {
        return sql.sql("select * from taxonomy_import where id = ?")
                .param(id)
                .query(TaxonomyImports::read)
                .optional();
    }

    /** The newest first; what words are asked for is not looked at. */
    public Page<Import> list(ListRequest asked) {
        long total = sql.sql("select count(*) from taxonomy_import")
                .query(Long.class)
                .single();
        var found = sql.sql("""
                        select * from taxonomy_import
                        where :first or (begun_at, id) < (select begun_at, id from taxonomy_import where id = :id)
                        order by begun_at desc, id desc limit :limit""")
                .param("first", asked.after().isEmpty())
                .param("id", asked.id())
                .param("limit", asked.limit() + 1)
                .query(TaxonomyImports::read)
                .list();
        return Page.of(found, total, asked, each -> "", Import::id);
    }

    private static Import read(ResultSet row, int number) throws SQLException {
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new Import(
                row.getObject("id", UUID.class),
                row.getString("scheme"),
                row.getString("file"),
                State.valueOf(row.getString("state")),
                row.getInt("done"),
                row.getInt("total"),
                row.getString("failure"),
                row.getTimestamp("begun_at").toInstant(),
                endedAt == null ? null : endedAt.toInstant());
    }

    @EventHandler
    void on(ImportBegun event) {
        writes.add(
                """
                        insert into taxonomy_import (id, scheme, file, state, done, total, begun_at)
                        values (?, ?, ?, ?, 0, ?, ?)""",
                event.id().value(),
                event.scheme(),
                event.file(),
                State.RUNNING.name(),
                event.total(),
                Timestamp.from(event.at()));
    }

    @EventHandler
    void on(ImportAdvanced event) {
        writes.add(
                "update taxonomy_import set done = ? where id = ?",
                event.done(),
                event.id().value());
    }

    @EventHandler
    void on(ImportFinished event) {
        writes.add(
                "update taxonomy_import set state = ?, ended_at = ? where id = ?",
                State.DONE.name(),
                Timestamp.from(event.at()),
                event.id().value());
    }

    @EventHandler
    void on(ImportFailed event) {
        writes.add(
                "update taxonomy_import set state = ?, failure = ?, ended_at = ? where id = ?",
                State.FAILED.name(),
                event.reason(),
                Timestamp.from(event.at()),
                event.id().value());
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate taxonomy_import").update();
    }
}

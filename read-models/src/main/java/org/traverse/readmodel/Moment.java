package org.traverse.readmodel;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of a read model had been seen, so that whoever keeps it in memory can tell whether it still is so. Transactions do
 * not come to their end in the order in which they began, so PostgreSQL itself tells which of them a moment did not show.
 * Changes are those of a table with the transaction that last changed each id.
 *
 * @param tables which have others in their place after a rebuild
 * @param shown the transactions whose changes had been seen, in PostgreSQL's notation
 */
public record Moment(long tables, String shown) {

    /** To be taken before what is kept is read, or in the same snapshot. */
    public static Moment now(JdbcClient sql, String changes) {
        // The file of a table is another once it was replaced, or emptied.
        return sql.sql("""
                        select pg_relation_filenode(cast(? as regclass)) as tables,
                            pg_current_snapshot()::text as shown""").param(changes).query(Moment.class).single();
    }

    /** Whether anything has been changed since. */
    public boolean isPast(JdbcClient sql, String changes) {
        return sql.sql("""
                        select pg_relation_filenode(cast(:changes as regclass)) <> :tables
                            or exists (select from %s
                                where changed >= pg_snapshot_xmin(cast(:shown as pg_snapshot))
                                    and not pg_visible_in_snapshot(changed, cast(:shown as pg_snapshot)))""".formatted(changes))
                .param("changes", changes)
                .param("tables", tables)
                .param("shown", shown)
                .query(Boolean.class)
                .single();
    }
}

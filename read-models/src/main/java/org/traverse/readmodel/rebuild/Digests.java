package org.traverse.readmodel.rebuild;

import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.readmodel.elasticsearch.Digest;
import org.traverse.readmodel.elasticsearch.SearchIndices;

/** What read models contain, in a few figures, so that two can be compared. */
@Component
public class Digests {
    private final JdbcClient sql;
    private final SearchIndices indices;
    private final TransactionTemplate atOneMoment;

    Digests(JdbcClient sql, SearchIndices indices, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.indices = indices;
        atOneMoment = new TransactionTemplate(transactions);
        atOneMoment.setReadOnly(true);
        atOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** By table and index. All columns count, by their names; only what an index is called at present does not. */
    public SortedMap<String, Digest> of(ReadModel model) {
        SortedMap<String, Digest> digests = new TreeMap<>();
        atOneMoment.executeWithoutResult(status -> {
            // Locked before anything is read: what takes their place later would seem half empty.
            sql.sql("lock table " + model.tablesIn("readmodel") + " in access share mode")
                    .update();
            sql.sql("set local timezone = 'UTC'").update();
            model.tablesToCompare().forEach(table -> digests.put(table, ofTable(table)));
        });
        indices.of(model.name()).ifPresent(index -> digests.put("index " + index.name(), index.digest()));
        return digests;
    }

    private Digest ofTable(String table) {
        return sql.sql("""
                        select count(*) as rows,
                            coalesce(sum(('x' || left(md5(to_jsonb(whole)::text), 16))::bit(64)::bigint), 0) as sum
                        from readmodel.%s whole""".formatted(table))
                .query((row, number) ->
                        new Digest(row.getLong("rows"), row.getBigDecimal("sum").toBigInteger()))
                .single();
    }
}

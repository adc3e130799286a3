package org.traverse.api.embedded;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.readmodel.embedded.CannotStart;

/** What a PostgreSQL of the company's own has to promise before events are entrusted to it. */
final class ExternalPostgres {
    private static final String ASK = """
            select current_setting('server_version_num')::int / 10000 as version,
                   pg_is_in_recovery() as standby,
                   current_setting('fsync') as fsync,
                   current_setting('synchronous_commit') as synchronous_commit,
                   current_setting('full_page_writes') as full_page_writes""";

    private ExternalPostgres() {}

    static void refuseIfUnsafe(DataSource postgres) {
        Map<String, Object> server = ask(postgres);
        if ((int) server.get("version") < 17) {
            throw new CannotStart("spring.datasource.url names a PostgreSQL " + server.get("version")
                    + ": Traverse needs 17 or newer");
        }
        if ((boolean) server.get("standby")) {
            throw new CannotStart("spring.datasource.url names a standby: Traverse needs the primary");
        }
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            if (server.get(setting).equals("off")) {
                throw new CannotStart(
                        "the PostgreSQL that spring.datasource.url names may lose what it has confirmed: turn "
                                + setting + " on");
            }
        }
    }

    private static Map<String, Object> ask(DataSource postgres) {
        try {
            return JdbcClient.create(postgres).sql(ASK).query().singleRow();
        } catch (DataAccessException e) {
            throw new CannotStart("cannot use the PostgreSQL that spring.datasource.url names: "
                    + e.getMostSpecificCause().getMessage());
        }
    }
}

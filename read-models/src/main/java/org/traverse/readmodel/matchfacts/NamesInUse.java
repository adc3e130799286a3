package org.traverse.readmodel.matchfacts;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places and topics as they are named already, so that the next who means one can name it alike. Tables: those of {@link
 * MatchFacts}.
 */
@Component
public class NamesInUse {
    private final JdbcClient sql;

    NamesInUse(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of open gigs, for what people say of themselves is shown to nobody. */
    public List<String> places() {
        return sql.sql(
                        "select distinct terms ->> 'place' from match_gig where open and terms ->> 'place' <> '' order by 1")
                .query(String.class)
                .list();
    }

    /** Of open gigs. */
    public List<String> topics() {
        return sql.sql("""
                        select distinct topic from match_gig, jsonb_array_elements_text(terms -> 'topics') topic
                        where open order by 1""").query(String.class).list();
    }
}

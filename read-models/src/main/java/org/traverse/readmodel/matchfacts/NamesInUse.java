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

    /** As most who named this place have spelled it, whatever the case of its letters; else as it is given. */
    public String spelled(String place) {
        return sql.sql("""
                        select place from (
                            select terms ->> 'place' as place from match_gig
                            union all select stated ->> 'place' from match_person
                            union all select jsonb_array_elements_text(stated -> 'places') from match_person) named
                        where lower(place) = lower(:place) group by place order by count(*) desc, place limit 1""")
                .param("place", place.strip())
                .query(String.class)
                .optional()
                .orElse(place);
    }
}

package org.traverse.readmodel.matchfacts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.traverse.readmodel.Moment;

/**
 * All people and all work at one moment, and what was changed since, so that whoever keeps the former in memory need not
 * read it again for each question. Nothing is missed, in whatever order transactions come to their end: those that the
 * moment did not show are told from those that it did by PostgreSQL itself. Tables: those of {@link MatchFacts}, and
 * match_change.
 */
@Component
public class MatchChanges {
    /** @param gigs those that seek somebody */
    public record Everything(Moment moment, List<MatchFacts.Person> people, List<MatchFacts.Gig> gigs) {}

    /**
     * Those whose facts have been changed, and as they are now.
     *
     * @param ids of people and gigs, also of those that are gone
     */
    public record Changes(Set<UUID> ids, List<MatchFacts.Person> people, List<MatchFacts.Gig> gigs) {
        public static final Changes NONE = new Changes(Set.of(), List.of(), List.of());

        public Changes {
            ids = Set.copyOf(ids);
        }

        /** Whether somebody is no longer there, who was to be forgotten. */
        public boolean tellOfSomebodyGone() {
            return ids.size() > people.size() + gigs.size();
        }
    }

    private final JdbcClient sql;
    private final MatchFacts facts;

    MatchChanges(JdbcClient sql, MatchFacts facts) {
        this.sql = sql;
        this.facts = facts;
    }

    /** Empty when there are more people than that. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Everything> everything(LocalDate today, int peopleAtMost) {
        facts.holdTables();
        int people = sql.sql("select count(*) from (select from match_person limit ?) counted")
                .param(peopleAtMost + 1L)
                .query(Integer.class)
                .single();
        return people > peopleAtMost
                ? Optional.empty()
                : Optional.of(new Everything(moment(), facts.people("", Map.of()), facts.gigsThatSeek(today)));
    }

    /** Empty when more than so many were changed, or when the tables are others: then all is to be read again. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Changes> since(Moment moment, int atMost) {
        facts.holdTables();
        if (moment().tables() != moment.tables()) {
            return Optional.empty();
        }
        List<UUID> ids = sql.sql("""
                        select id from match_change
                        where changed >= pg_snapshot_xmin(cast(:shown as pg_snapshot))
                            and not pg_visible_in_snapshot(changed, cast(:shown as pg_snapshot))
                        limit :limit""")
                .param("shown", moment.shown())
                .param("limit", atMost + 1L)
                .query(UUID.class)
                .list();
        return ids.size() > atMost
                ? Optional.empty()
                : Optional.of(new Changes(Set.copyOf(ids), facts.people(ids), facts.gigs(ids)));
    }

    public Moment moment() {
        return Moment.now(sql, "match_change");
    }
}

package org.traverse.readmodel.opportunitysearch;

import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch._types.query_dsl.FieldValueFactorModifier;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.eventstore.Writes;
import org.traverse.gig.GigEvent;
import org.traverse.gig.GigEvent.GigCancelled;
import org.traverse.gig.GigEvent.GigCompleted;
import org.traverse.gig.GigEvent.GigDrafted;
import org.traverse.gig.GigEvent.GigPublished;
import org.traverse.gig.GigEvent.SeatReleased;
import org.traverse.gig.GigEvent.SeatReserved;
import org.traverse.readmodel.Folded;
import org.traverse.readmodel.Json;
import org.traverse.readmodel.elasticsearch.ChangedDocuments;
import org.traverse.readmodel.elasticsearch.SearchIndex;
import org.traverse.readmodel.elasticsearch.SearchIndex.Hits;
import org.traverse.readmodel.elasticsearch.SearchIndices;
import org.traverse.readmodel.elasticsearch.SkillTokens;
import org.traverse.skill.Proficiency;
import org.traverse.skill.Requirement;

/**
 * Finds the open opportunities worth scoring for somebody. It only retrieves; what is shown is scored by matching. Index:
 * opportunities, written from table opportunity_source.
 */
@Component
@ProcessingGroup(OpportunitySearch.GROUP)
public class OpportunitySearch {
    static final String GROUP = "opportunity-search";

    private static final float MUST = 3;
    private static final float DESIRABLE = 1;

    /** @param weight of all requirements together, which a match is measured against */
    private record Document(
            UUID id, String title, String description, List<String> skills, float weight, boolean open) {}

    private final JdbcClient sql;
    private final Writes writes;
    private final Json json;
    private final SearchIndex index;
    private final ChangedDocuments changed;

    OpportunitySearch(JdbcClient sql, Writes writes, Json json, SearchIndices indices) {
        this.sql = sql;
        this.writes = writes;
        this.json = json;
        index = indices.index("opportunities", mapping(), GROUP);
        changed = new ChangedDocuments(GROUP, this::write);
    }

    /**
     * The open opportunities that fit these skills best.
     *
     * @param words every one of which must occur in the title or the description; empty for all
     * @param skills level 1-5 by skill
     */
    public Hits candidates(String words, Map<UUID, Integer> skills, int limit) {
        return index.search(query(words, skills), limit);
    }

    static Query query(String words, Map<UUID, Integer> skills) {
        String folded = Folded.of(words);
        Query matching = Query.of(q -> q.bool(bool -> {
            bool.filter(filter -> filter.term(term -> term.field("open").value(true)));
            if (!folded.isEmpty()) {
                bool.filter(filter -> filter.multiMatch(match -> match.query(folded)
                        .fields("title", "description")
                        .type(co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType.BoolPrefix)
                        .operator(Operator.And)));
            }
            skills.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(skill -> bool.should(
                            SkillTokens.weighted(SkillTokens.token(skill.getKey(), skill.getValue()), DESIRABLE)));
            return bool;
        }));
        return Query.of(q -> q.functionScore(score -> score.query(matching)
                .functions(function -> function.fieldValueFactor(factor -> factor.field("weight")
                        .modifier(FieldValueFactorModifier.Reciprocal)
                        .missing(1.0)))
                .boostMode(FunctionBoostMode.Multiply)));
    }

    private static TypeMapping mapping() {
        return TypeMapping.of(
                mapping -> mapping.dynamic(co.elastic.clients.elasticsearch._types.mapping.DynamicMapping.Strict)
                        .properties("id", p -> p.keyword(k -> k))
                        .properties("title", p -> p.text(t -> t))
                        .properties("description", p -> p.text(t -> t))
                        .properties("skills", p -> p.keyword(k -> k))
                        .properties("weight", p -> p.float_(f -> f))
                        .properties("open", p -> p.boolean_(b -> b)));
    }

    @EventHandler
    void on(GigDrafted event, TrackingToken token) {
        writes.add("""
                        insert into opportunity_source (id, title, description, requirements, open)
                        values (?, ?, ?, ?, false)""", event.id().value(), event.title(), event.description(), json.column(event.requirements()));
        changed.add(event.id().value(), token);
    }

    @EventHandler
    void on(GigPublished event, TrackingToken token) {
        open(event, true, token);
    }

    @EventHandler
    void on(SeatReserved event, TrackingToken token) {
        open(event, event.seatsLeft() > 0, token);
    }

    @EventHandler
    void on(SeatReleased event, TrackingToken token) {
        open(event, true, token);
    }

    @EventHandler
    void on(GigCompleted event, TrackingToken token) {
        open(event, false, token);
    }

    @EventHandler
    void on(GigCancelled event, TrackingToken token) {
        open(event, false, token);
    }

    private void open(GigEvent event, boolean open, TrackingToken token) {
        writes.add(
                "update opportunity_source set open = ? where id = ?",
                open,
                event.id().value());
        changed.add(event.id().value(), token);
    }

    private void write(Set<UUID> ids, long position) {
        writes.flush();
        Map<UUID, Document> documents = new HashMap<>();
        sql.sql("select * from opportunity_source where id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    List<Requirement> requirements = json.list(row.getString("requirements"), Requirement.class);
                    UUID id = row.getObject("id", UUID.class);
                    documents.put(
                            id,
                            new Document(
                                    id,
                                    Folded.of(row.getString("title")),
                                    Folded.of(row.getString("description")),
                                    requirements.stream()
                                            .flatMap(r -> SkillTokens.satisfying(
                                                    r.skill().value(),
                                                    r.level()
                                                            .map(Proficiency::level)
                                                            .orElse(1))
                                                    .stream())
                                            .toList(),
                                    (float) requirements.stream()
                                            .mapToDouble(r -> r.must() ? MUST : DESIRABLE)
                                            .sum(),
                                    row.getBoolean("open")));
                });
        index.write(documents, position);
        index.refresh();
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate opportunity_source").update();
        index.clear();
    }
}

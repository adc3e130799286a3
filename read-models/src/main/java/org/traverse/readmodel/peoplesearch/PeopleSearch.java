package org.traverse.readmodel.peoplesearch;

import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
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
import org.traverse.employee.EmployeeEvent.EmployeeHired;
import org.traverse.employee.EmployeeEvent.Erasure;
import org.traverse.eventstore.Writes;
import org.traverse.readmodel.Folded;
import org.traverse.readmodel.Json;
import org.traverse.readmodel.elasticsearch.ChangedDocuments;
import org.traverse.readmodel.elasticsearch.SearchIndex;
import org.traverse.readmodel.elasticsearch.SearchIndex.Hits;
import org.traverse.readmodel.elasticsearch.SearchIndices;
import org.traverse.readmodel.elasticsearch.SkillTokens;
import org.traverse.skill.Proficiency;
import org.traverse.skill.Requirement;
import org.traverse.skillprofile.SkillProfileEvent.SkillEvidenced;

/**
 * Finds people by name and job, and the people worth scoring for a piece of work. It only retrieves; what is shown is
 * scored by matching. Index: people, written from table person_source.
 */
@Component
@ProcessingGroup(PeopleSearch.GROUP)
public class PeopleSearch {
    static final String GROUP = "people-search";

    private static final float MUST = 10;
    private static final float DESIRABLE = 1;

    private record Document(UUID id, String name, String jobTitle, List<String> skills) {}

    private final JdbcClient sql;
    private final Writes writes;
    private final Json json;
    private final SearchIndex index;
    private final ChangedDocuments changed;

    PeopleSearch(JdbcClient sql, Writes writes, Json json, SearchIndices indices) {
        this.sql = sql;
        this.writes = writes;
        this.json = json;
        index = indices.index("people", mapping(), GROUP);
        changed = new ChangedDocuments(GROUP, this::write);
    }

    /** People in whose name and job title every word occurs, if only as the beginning of one. */
    public Hits named(String words, int limit) {
        return index.search(named(words), limit);
    }

    /** The people who come nearest to these requirements. */
    public Hits candidates(List<Requirement> requirements, int limit) {
        return index.search(candidates(requirements), limit);
    }

    static Query named(String words) {
        return Query.of(q -> q.multiMatch(match -> match.query(Folded.of(words))
                .fields("name^2", "jobTitle")
                .type(TextQueryType.BoolPrefix)
                .operator(Operator.And)));
    }

    static Query candidates(List<Requirement> requirements) {
        return Query.of(q -> q.bool(bool -> {
            requirements.forEach(requirement -> bool.should(SkillTokens.weighted(
                    SkillTokens.token(
                            requirement.skill().value(),
                            requirement.level().map(Proficiency::level).orElse(1)),
                    requirement.must() ? MUST : DESIRABLE)));
            return bool.minimumShouldMatch("1");
        }));
    }

    private static TypeMapping mapping() {
        return TypeMapping.of(mapping -> mapping.dynamic(DynamicMapping.Strict)
                .properties("id", p -> p.keyword(k -> k))
                .properties("name", p -> p.text(t -> t))
                .properties("jobTitle", p -> p.text(t -> t))
                .properties("skills", p -> p.keyword(k -> k)));
    }

    @EventHandler
    void on(EmployeeHired event, TrackingToken token) {
        writes.add("""
                        insert into person_source (employee, name, job_title) values (?, ?, ?)
                        on conflict (employee) do update set name = excluded.name, job_title = excluded.job_title""", event.id().value(), event.name(), event.jobTitle());
        changed.add(event.id().value(), token);
    }

    @EventHandler
    void on(SkillEvidenced event, TrackingToken token) {
        if (event.wasErased()) {
            return;
        }
        writes.add(
                """
                insert into person_source (employee, skills) values (?, jsonb_build_object(?::text, ?::int))
                on conflict (employee) do update set skills = person_source.skills || excluded.skills""",
                event.employee().value(),
                event.skill().toString(),
                event.held().level());
        changed.add(event.employee().value(), token);
    }

    /**
     * An empty document stays in place of the person: were it deleted, Elasticsearch would forget its version after a
     * minute, and an older one that comes late would be taken.
     */
    @EventHandler
    void on(Erasure event, TrackingToken token) {
        writes.add(
                "update person_source set name = '', job_title = '', skills = '{}' where employee = ?",
                event.id().value());
        changed.add(event.id().value(), token);
    }

    private void write(Set<UUID> employees, long position) {
        writes.flush();
        Map<UUID, Document> documents = new HashMap<>();
        sql.sql("select * from person_source where employee in (:ids)")
                .param("ids", employees)
                .query(row -> {
                    Map<String, Integer> skills = json.map(row.getString("skills"), Integer.class);
                    UUID id = row.getObject("employee", UUID.class);
                    documents.put(
                            id,
                            new Document(
                                    id,
                                    Folded.of(row.getString("name")),
                                    Folded.of(row.getString("job_title")),
                                    skills.entrySet().stream()
                                            .flatMap(
                                                    skill -> SkillTokens.satisfiedBy(
                                                            UUID.fromString(skill.getKey()), skill.getValue())
                                                            .stream())
                                            .toList()));
                });
        index.write(documents, position);
        index.refresh();
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate person_source").update();
        index.clear();
    }
}

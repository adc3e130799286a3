package org.traverse.readmodel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.eventstore.ParkedEvents;
import org.traverse.eventstore.ServerAway;
import org.traverse.readmodel.Servers;
import tools.jackson.databind.json.JsonMapper;

class SearchIndexTest {
    record Word(UUID id, String word) {}

    private static final UUID ID = new UUID(0, 1);

    private final JsonMapper json = JsonMapper.shared();
    private final ElasticsearchClient elasticsearch = Servers.elasticsearch(json);
    private final JdbcClient sql = database();
    private final SearchIndex index = index(elasticsearch);

    @BeforeEach
    void empty() {
        index.clear();
    }

    @Test
    void aDocumentThatIsRefusedIsNamedButNotQuoted() {
        String tooLong = "ada@example.com".repeat(3_000);
        assertThatThrownBy(() -> index.write(Map.of(ID, new Word(ID, tooLong)), 1))
                .isInstanceOf(RefusedDocument.class)
                .hasMessageContaining(ID.toString())
                .hasMessageNotContaining("ada@example.com");
    }

    @Test
    void whatDoesNotAnswerIsAway() {
        var nobody = index(Elasticsearch.client("http://127.0.0.1:9", json));
        assertThatThrownBy(() -> nobody.write(Map.of(ID, new Word(ID, "one")), 1))
                .isInstanceOf(ServerAway.class);
    }

    @Test
    void whatComesLateIsLeftOutUnlessItTellsOfAParkedEvent() {
        index.write(Map.of(ID, new Word(ID, "second")), 7);
        index.write(Map.of(ID, new Word(ID, "stale")), 5);
        assertThat(finds("second")).isTrue();

        var trying = DefaultUnitOfWork.startAndGet(null);
        ParkedEvents.late(trying);
        index.write(Map.of(ID, new Word(ID, "first and second")), 5);
        trying.rollback();
        assertThat(finds("first and second")).isTrue();
        index.write(Map.of(ID, new Word(ID, "third")), 8);
        assertThat(finds("third")).as("and is not in the way of what follows").isTrue();
    }

    private boolean finds(String word) {
        index.refresh();
        return index.search(Query.of(q -> q.term(term -> term.field("word").value(word))), 1)
                .ids()
                .contains(ID);
    }

    private static JdbcClient database() {
        var sql = JdbcClient.create(Servers.emptyDatabase());
        sql.sql("create schema eventstore").update();
        sql.sql("create table eventstore.store_identity as select gen_random_uuid() as id")
                .update();
        sql.sql("create table words_index as select 'words' as name").update();
        return sql;
    }

    private SearchIndex index(ElasticsearchClient elasticsearch) {
        return new SearchIndex(
                elasticsearch,
                sql,
                "words",
                TypeMapping.of(mapping ->
                        mapping.properties("id", p -> p.keyword(k -> k)).properties("word", p -> p.keyword(k -> k))));
    }
}

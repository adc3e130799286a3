package org.traverse.eventstore;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far every segment of every processor has read, and which node may move it on.
 *
 * <p>A claim lapses by the clock of the database, the only one that all nodes share. Whoever lost a claim cannot store a
 * token any more, so that the transaction in which it tried leaves no trace.
 */
public class EventTokens implements TokenStore {
    /** How far one segment of a processor has read. */
    public record Reading(String processor, int segment, TrackingToken token) {}

    private static final String OURS = " where processor = :processor and segment = :segment and owner = :node";
    private static final String CLAIMABLE =
            " (owner is null or owner = :node or claimed < clock_timestamp() - make_interval(secs => :lapse))";

    private final JdbcClient sql;
    private final Serializer json;
    private final String node;
    private final double lapse;

    /** @param lapse how long a claim holds that is not renewed */
    EventTokens(JdbcClient sql, Serializer json, String node, Duration lapse) {
        this.sql = sql;
        this.json = json;
        this.node = node;
        this.lapse = lapse.toMillis() / 1e3;
    }

    /** As stored, which no claim is needed to see. */
    public List<Reading> readings(Collection<String> processors) {
        if (processors.isEmpty()) {
            return List.of();
        }
        RowMapper<TrackingToken> token = token();
        return sql.sql("select processor, segment, token, type from token where processor in (:processors)")
                .param("processors", processors)
                .query((row, number) ->
                        new Reading(row.getString("processor"), row.getInt("segment"), token.mapRow(row, number)))
                .list();
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public void initializeTokenSegments(String processor, int count) {
        initializeTokenSegments(processor, count, null);
    }

    @Override
    public void initializeTokenSegments(String processor, int count, TrackingToken token) {
        if (!IntStream.range(0, count).allMatch(segment -> insert(token, processor, segment))) {
            throw new UnableToClaimTokenException(processor + " has segments already");
        }
    }

    @Override
    public void initializeSegment(TrackingToken token, String processor, int segment) {
        if (!insert(token, processor, segment)) {
            throw new UnableToInitializeTokenException(name(processor, segment) + " is there already");
        }
    }

    private boolean insert(TrackingToken token, String processor, int segment) {
        return update("""
                insert into token (processor, segment, token, type) values (:processor, :segment, :token, :type)
                on conflict do nothing""", processor, segment, token);
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        // A list, because the token itself may be null: nothing has been read yet.
        List<TrackingToken> claimed = sql.sql("update token set owner = :node, claimed = clock_timestamp()"
                        + " where processor = :processor and segment = :segment and" + CLAIMABLE
                        + " returning token, type")
                .param("node", node)
                .param("processor", processor)
                .param("segment", segment)
                .param("lapse", lapse)
                .query(token())
                .list();
        if (claimed.isEmpty()) {
            throw new UnableToClaimTokenException(name(processor, segment) + " is another node's, or nobody's yet");
        }
        return claimed.get(0);
    }

    @Override
    public TrackingToken fetchToken(String processor, Segment segment) {
        TrackingToken token = fetchToken(processor, segment.getSegmentId());
        if (!segment.equals(Segment.computeSegment(segment.getSegmentId(), fetchSegments(processor)))) {
            throw new UnableToClaimTokenException(
                    name(processor, segment.getSegmentId()) + " has been split or merged since");
        }
        return token;
    }

    @Override
    public void storeToken(TrackingToken token, String processor, int segment) {
        if (!update(
                "update token set token = :token, type = :type, claimed = clock_timestamp()" + OURS,
                processor,
                segment,
                token)) {
            throw new UnableToClaimTokenException(name(processor, segment) + " is not ours any more");
        }
    }

    @Override
    public void extendClaim(String processor, int segment) {
        if (!update("update token set claimed = clock_timestamp()" + OURS, processor, segment)) {
            throw new UnableToClaimTokenException(name(processor, segment) + " is not ours any more");
        }
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        update("update token set owner = null" + OURS, processor, segment);
    }

    @Override
    public void deleteToken(String processor, int segment) {
        if (!update("delete from token" + OURS, processor, segment)) {
            throw new UnableToClaimTokenException(name(processor, segment) + " is not ours");
        }
    }

    @Override
    public int[] fetchSegments(String processor) {
        return sql
                .sql("select segment from token where processor = :processor order by segment")
                .param("processor", processor)
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(segment -> segment)
                .toArray();
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        record Row(int segment, boolean claimable) {}
        List<Row> rows = sql.sql("select segment," + CLAIMABLE
                        + " as claimable from token where processor = :processor order by segment")
                .param("node", node)
                .param("lapse", lapse)
                .param("processor", processor)
                .query(Row.class)
                .list();
        int[] all = rows.stream().mapToInt(Row::segment).toArray();
        return rows.stream()
                .filter(Row::claimable)
                .map(row -> Segment.computeSegment(row.segment(), all))
                .toList();
    }

    private boolean update(String statement, String processor, int segment) {
        return sql.sql(statement)
                        .param("processor", processor)
                        .param("segment", segment)
                        .param("node", node)
                        .update()
                > 0;
    }

    private boolean update(String statement, String processor, int segment, TrackingToken token) {
        SerializedObject<String> stored = token == null ? null : json.serialize(token, String.class);
        return sql.sql(statement)
                        .param("processor", processor)
                        .param("segment", segment)
                        .param("node", node)
                        .param("token", stored == null ? null : stored.getData())
                        .param("type", stored == null ? null : stored.getType().getName())
                        .update()
                > 0;
    }

    private RowMapper<TrackingToken> token() {
        return (row, number) -> row.getString("token") == null
                ? null
                : json.deserialize(new SimpleSerializedObject<>(
                        row.getString("token"), String.class, new SimpleSerializedType(row.getString("type"), null)));
    }

    private static String name(String processor, int segment) {
        return processor + "[" + segment + "]";
    }
}

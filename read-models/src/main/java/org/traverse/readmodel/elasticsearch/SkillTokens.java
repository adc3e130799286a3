package org.traverse.readmodel.elasticsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A skill at a level as one keyword, so that "at least level 3" is a plain term.
 *
 * <p>What asks for a skill lists the levels that satisfy it; who has it is looked up by the one level held, and the other
 * way round. No scripts are needed, and it was the fastest of the forms tried.
 */
public final class SkillTokens {
    private static final int HIGHEST = 5;

    private SkillTokens() {}

    public static String token(UUID skill, int level) {
        return skill + "@" + level;
    }

    /** What satisfies a requirement: its level and all above. */
    public static List<String> satisfying(UUID skill, int level) {
        return tokens(skill, level, HIGHEST);
    }

    /** What somebody at this level can satisfy: it and all below. */
    public static List<String> satisfiedBy(UUID skill, int level) {
        return tokens(skill, 1, level);
    }

    /** Adds {@code weight} to the score of whatever carries the token. */
    public static Query weighted(String token, float weight) {
        return Query.of(query -> query.constantScore(score -> score.boost(weight)
                .filter(filter -> filter.term(term -> term.field("skills").value(token)))));
    }

    private static List<String> tokens(UUID skill, int from, int to) {
        return new ArrayList<>(IntStream.rangeClosed(from, to)
                .mapToObj(level -> token(skill, level))
                .toList());
    }
}

package org.traverse.skill;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.traverse.NamedIds;

/** One concept of the taxonomy. */
public record SkillId(@JsonValue UUID value) {
    public static SkillId random() {
        return new SkillId(UUID.randomUUID());
    }

    /** The same source and code always name the same skill. */
    public static SkillId of(Source source) {
        return new SkillId(NamedIds.of("skill/" + source.scheme() + "/" + source.code()));
    }

    /** The stream name in the event store. */
    @Override
    public String toString() {
        return value.toString();
    }
}

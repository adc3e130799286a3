package org.traverse.role;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.traverse.NamedIds;
import org.traverse.skill.Source;

/** One role profile of the job architecture. */
public record RoleId(@JsonValue UUID value) {
    public static RoleId random() {
        return new RoleId(UUID.randomUUID());
    }

    /** The same source and code always name the same role. */
    public static RoleId of(Source source) {
        return new RoleId(NamedIds.of("role/" + source.scheme() + "/" + source.code()));
    }

    /** The stream name in the event store. */
    @Override
    public String toString() {
        return value.toString();
    }
}

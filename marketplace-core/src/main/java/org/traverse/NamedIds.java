package org.traverse;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Ids that follow from a name (UUIDv5, RFC 9562), so that what is imported or derived twice meets itself. */
public final class NamedIds {
    private static final UUID TRAVERSE = UUID.fromString("6f0c8b1e-4d2a-5a53-9b57-2f4d1c7a90e1");

    private NamedIds() {}

    /** @param name unique within the company, such as {@code O*NET/11-1011.00} */
    public static UUID of(String name) {
        return Generators.nameBasedGenerator(TRAVERSE).generate(name);
    }
}

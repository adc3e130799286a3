package org.traverse.api.marketplace;

import java.util.Optional;
import java.util.UUID;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.traverse.NamedIds;

/**
 * One attempt at a request that has an {@code Idempotency-Key}. What it makes, and each step of it, is named after the
 * key, so that the next attempt, on whatever node, meets what this one has left. Kept as an attribute of the request.
 */
public class Attempt {
    public static final String OF_THIS_REQUEST = Attempt.class.getName();

    private final UUID key;
    private final boolean repeated;
    private int steps;
    private int made;
    private UUID step;
    private boolean begun;

    /** @param repeated whether another attempt was made before, which may have come to any step */
    public Attempt(UUID key, boolean repeated) {
        this.key = key;
        this.repeated = repeated;
    }

    static Optional<Attempt> current() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(request -> (Attempt) request.getAttribute(OF_THIS_REQUEST, RequestAttributes.SCOPE_REQUEST));
    }

    /** Whether it may have changed anything. */
    public boolean hasBegun() {
        return begun;
    }

    boolean isRepeated() {
        return repeated;
    }

    UUID newId() {
        made++;
        return NamedIds.of("made/" + key + "/" + made);
    }

    UUID beginStep() {
        steps++;
        step = NamedIds.of("step/" + key + "/" + steps);
        return step;
    }

    void endStep() {
        step = null;
    }

    /** For what it is about to change; none outside a step. */
    Optional<UUID> name() {
        begun = true;
        return Optional.ofNullable(step);
    }
}

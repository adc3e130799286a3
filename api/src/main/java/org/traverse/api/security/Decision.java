package org.traverse.api.security;

import java.util.function.Supplier;

/** Whether somebody may do something, and what they are told if not. A page asks, a resource enforces. */
public final class Decision {
    private static final Decision ALLOWED = new Decision(null);

    private final Supplier<RuntimeException> refusal;

    private Decision(Supplier<RuntimeException> refusal) {
        this.refusal = refusal;
    }

    /** For what anybody may know of: 403 with the rule. */
    static Decision onlyIf(boolean allowed, String rule) {
        return allowed ? ALLOWED : new Decision(() -> new Forbidden(rule));
    }

    /** For what strangers may not know of: 404, as if it were not there. */
    static Decision hiddenUnless(boolean allowed, String what) {
        return allowed ? ALLOWED : new Decision(() -> new Unknown(what));
    }

    /** The refusal of the first, else what the second decides. */
    Decision and(Supplier<Decision> next) {
        return allowed() ? next.get() : this;
    }

    public boolean allowed() {
        return refusal == null;
    }

    /** @throws Forbidden or {@link Unknown} when it is not allowed */
    public void enforce() {
        if (!allowed()) {
            throw refusal.get();
        }
    }
}

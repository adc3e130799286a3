package org.traverse.audit;

import java.util.Locale;

/**
 * What a verification has found.
 *
 * @param events that are as they were linked, up to the first that is not
 * @param position of the last event, or of the first bad one
 * @param signed how many of the events a signed head vouches for
 * @param fault null when there is none
 * @param detail what is wrong there
 */
public record AuditReport(long events, String position, long signed, Fault fault, String detail) {
    /** What can be wrong with a log, or with its chain. */
    public enum Fault {
        ALTERED,
        MISSING,
        INSERTED,
        REORDERED,
        TRUNCATED,
        /** The chain was made anew after events had been changed. */
        RECOMPUTED,
        /** A head is not signed by a key that the store knows. */
        UNTRUSTED
    }

    public boolean isOk() {
        return fault == null;
    }

    /** In one line, for whoever reads consoles. */
    @Override
    public String toString() {
        return "audit events=" + events + " position=" + position
                + (isOk() ? " ok signed=" + signed : " " + fault.name().toLowerCase(Locale.ROOT) + ": " + detail);
    }
}

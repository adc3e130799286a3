package org.traverse.skillprofile;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Why a level is believed.
 *
 * @param reference what it came from: an assignment, a learning record, or whoever vouches
 * @param on the civil date it speaks of
 */
public record Evidence(Voucher voucher, UUID reference, LocalDate on) {
    /** Who or what stands behind a level. */
    public enum Voucher {
        SELF,
        PEER,
        MANAGER,
        LEARNING,
        GIG,
        BADGE
    }
}

/**
 * A chain of hashes over the event log, so that whoever alters, deletes, inserts or reorders events, or cuts off their
 * end, is found out.
 *
 * <p>{@link org.traverse.audit.AuditChain} builds it, a little behind the log and out of its way; now and then its end is
 * signed as an {@link org.traverse.audit.AuditHead}, of which a copy should be kept elsewhere.
 * {@link org.traverse.audit.AuditVerification} names the first position at which log and chain differ. How it is encoded,
 * so that others can check it without us, is in {@code docs/audit-chain.md}.
 */
package org.traverse.audit;

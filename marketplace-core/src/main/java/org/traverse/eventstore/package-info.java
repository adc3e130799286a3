/**
 * What Axon needs from us to keep events in PostgreSQL: stable names, JSON, transactions, retries, parking of what
 * cannot be handled, and a log that loses nothing.
 *
 * <p>Start with {@link org.traverse.eventstore.EventLog}: it says why events are read in the order of their transactions,
 * and what rule that lays on everybody who writes.
 */
package org.traverse.eventstore;

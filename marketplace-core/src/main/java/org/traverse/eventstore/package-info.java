/**
 * What Axon needs from us to keep events in PostgreSQL: stable names, JSON, personal data that can be forgotten,
 * transactions, retries, parking of what cannot be handled, and a log that loses nothing.
 *
 * <p>Start with {@link org.traverse.eventstore.EventLog}: it says why events are read in the order of their transactions,
 * and what rule that lays on everybody who writes. {@link org.traverse.eventstore.PersonalData} says how what is personal
 * is encrypted, and {@link org.traverse.eventstore.PersonalKeys} how it is forgotten.
 */
package org.traverse.eventstore;

/**
 * What Axon needs from us to keep events in PostgreSQL: stable names, JSON, transactions, retries, dead letters.
 *
 * <p>The storage engine is Axon's JDBC engine for now. It can lose events from projections when a transaction is slow or
 * clocks differ; its replacement tails by transaction id.
 */
package org.traverse.eventstore;

package org.traverse.mobility;

/**
 * What it takes to run a run again and find the same: its input, by whom and how it was matched, and how far.
 *
 * @param input the SHA-256, in hex, of the facts as they are kept: encrypted, so that it tells nothing of anybody
 * @param position up to which every event is in the facts
 * @param policy the version of the rules and weights by which people fit work
 * @param engine the version of the search
 * @param seed of its random numbers
 * @param steps after which it ended, by itself or because somebody stopped it
 */
public record RunRecord(String input, String position, String policy, String engine, long seed, long steps) {}

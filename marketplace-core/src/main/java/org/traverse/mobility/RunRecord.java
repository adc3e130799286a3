package org.traverse.mobility;

import java.util.List;

/**
 * What it takes to run a run again and find the same: its input, by whom and how it was matched, and how far.
 *
 * @param stages of the facts it was given at the beginning and after each change of them
 * @param fit the version of the rules and formulas by which people fit work; the weights are in the facts
 * @param engine the version of the search
 * @param seed of its random numbers
 */
public record RunRecord(List<Stage> stages, String fit, String engine, long seed) {
    /**
     * @param input the SHA-256, in hex, of the facts as they are kept: encrypted, so that it tells nothing of anybody
     * @param position up to which every event is in the facts
     * @param steps after which it ended: by a change, by itself, or because somebody stopped it
     */
    public record Stage(String input, String position, long steps) {}
}

package org.traverse.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MoveTest {
    private static final List<String> RANKED = List.of("a", "b", "c");

    @Test
    void putsOneWhereTheButtonSays() {
        assertThat(Move.ADD.in(RANKED, "d")).containsExactly("a", "b", "c", "d");
        assertThat(Move.UP.in(RANKED, "b")).containsExactly("b", "a", "c");
        assertThat(Move.DOWN.in(RANKED, "b")).containsExactly("a", "c", "b");
        assertThat(Move.REMOVE.in(RANKED, "b")).containsExactly("a", "c");
    }

    /** As from a page that was opened before the list was changed elsewhere. */
    @Test
    void leavesTheListAsItIsWhereThereIsNothingToMove() {
        assertThat(Move.ADD.in(RANKED, "a")).isEqualTo(RANKED);
        assertThat(Move.UP.in(RANKED, "a")).isEqualTo(RANKED);
        assertThat(Move.DOWN.in(RANKED, "c")).isEqualTo(RANKED);
        for (Move move : List.of(Move.UP, Move.DOWN, Move.REMOVE)) {
            assertThat(move.in(RANKED, "d")).isEqualTo(RANKED);
        }
    }
}

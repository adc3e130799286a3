package org.traverse.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Test
    void isReadAsItWasWritten() {
        var cursor = new Cursor("łódź 3", UUID.randomUUID());
        assertThat(cursor.toString()).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
        var keyless = new Cursor("", UUID.randomUUID());
        assertThat(Cursor.parse(keyless.toString())).isEqualTo(keyless);
    }

    @Test
    void refusesWhatNoListGave() {
        String nul = new Cursor("a\0b", UUID.randomUUID()).toString();
        String tooLong = new Cursor("a".repeat(800), UUID.randomUUID()).toString();
        String brokenText = new Cursor("é", new UUID(0, 0)).toString();
        brokenText = brokenText.substring(0, brokenText.length() - 1); // ends inside the letter
        for (String other : List.of("", "x", "%%%", "AAAA", nul, tooLong, brokenText)) {
            assertThatIllegalArgumentException().as(other).isThrownBy(() -> Cursor.parse(other));
        }
    }

    @Test
    void leadsToTheNextPageOnlyWhereThereIsOne() {
        var id = new UUID(0, 1);
        var two = new ListRequest("", 2, Optional.empty());
        assertThat(Page.of(List.of("a", "b", "c"), 9, two, text -> text, text -> id))
                .isEqualTo(new Page<>(List.of("a", "b"), 9, new Cursor("b", id).toString()));
        assertThat(Page.of(List.of("a", "b"), 2, two, text -> text, text -> id))
                .isEqualTo(new Page<>(List.of("a", "b"), 2, null));
    }

    @Test
    void tellsWhenItsPlaceInARankedListIsGone() {
        var ranked = List.of(new UUID(0, 3), new UUID(0, 1), new UUID(0, 2));
        var first = Page.ofRanked(ranked, ListRequest.first(1), id -> id);
        var rest = new ListRequest("", 2, Optional.of(Cursor.parse(first.next())));
        assertThat(Page.ofRanked(ranked, rest, id -> id)).isEqualTo(new Page<>(ranked.subList(1, 3), 3, null));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Page.ofRanked(ranked.subList(1, 3), rest, id -> id))
                .withMessage("after: the list has changed there; begin again without it");
    }
}

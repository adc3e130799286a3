package org.example.notes;

import java.util.List;
import org.traverse.eventstore.Upcast;
import tools.jackson.databind.node.ObjectNode;

/** What notes were before: at first their text was called words, then they had one tag. */
public final class NoteUpcasts {
    private NoteUpcasts() {}

    public static List<Upcast> all() {
        return List.of(new OneTag(), new Words());
    }

    public record Words() implements Upcast {
        @Override
        public String event() {
            return "note.taken";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public ObjectNode next(ObjectNode stored) {
            stored.set("text", stored.remove("words"));
            return stored;
        }
    }

    public record OneTag() implements Upcast {
        @Override
        public String event() {
            return "note.taken";
        }

        @Override
        public int revision() {
            return 2;
        }

        @Override
        public ObjectNode next(ObjectNode stored) {
            var tag = stored.remove("tag");
            var tags = stored.putArray("tags");
            if (tag != null) {
                tags.add(tag);
            }
            return stored;
        }
    }
}

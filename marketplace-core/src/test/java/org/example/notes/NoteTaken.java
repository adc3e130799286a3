package org.example.notes;

import java.util.List;
import org.traverse.EventName;

/** An event at its third revision. Not below org.traverse, so that no test's application knows it. */
@EventName(value = "note.taken", revision = 3)
public record NoteTaken(String text, List<String> tags) {}

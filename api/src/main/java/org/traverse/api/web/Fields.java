package org.traverse.api.web;

import java.util.Map;
import java.util.function.Supplier;

/** What was typed into a field, by the same rules as programs are held to. */
final class Fields {
    private Fields() {}

    /** @param none in the place of what is refused; why it is, is put beside the name of the field */
    static <T> T read(Map<String, String> errors, String field, T none, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            errors.put(field, Pages.sentence(e.getMessage()));
            return none;
        }
    }
}

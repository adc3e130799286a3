package org.traverse.readmodel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Where a page of a list ended: the key it is sorted by, and the id that tells equal keys apart. */
public record Cursor(String key, UUID id) {
    /** Reads what {@link #toString()} wrote; anything else is an {@code IllegalArgumentException}. */
    public static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return new Cursor(plain.substring(36).replace("\u0000", ""), UUID.fromString(plain.substring(0, 36)));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("after: not a cursor that a list has given out");
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((id + key).getBytes(StandardCharsets.UTF_8));
    }
}

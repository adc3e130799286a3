package org.traverse.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.UUID;

/**
 * Where in a sorted list a page ended: the sort key of its last row, and that row's id for when keys are equal. Opaque
 * to whoever carries it, but not secret and not signed: a query must bear any key in it.
 */
public record Cursor(String key, UUID id) {
    private static final int LONGEST = 1_000;

    /** @throws IllegalArgumentException when no page ever ended with this */
    public static Cursor parse(String text) {
        try {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("too long");
            }
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var id = new UUID(bytes.getLong(), bytes.getLong());
            String key = UTF_8.newDecoder().decode(bytes).toString();
            if (key.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("PostgreSQL knows no such character");
            }
            return new Cursor(key, id);
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException | CharacterCodingException e) {
            throw new IllegalArgumentException("after: not what a list gave as next", e);
        }
    }

    /** What stands in {@link Page#next()}. */
    @Override
    public String toString() {
        byte[] text = key.getBytes(UTF_8);
        var bytes = ByteBuffer.allocate(2 * Long.BYTES + text.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}

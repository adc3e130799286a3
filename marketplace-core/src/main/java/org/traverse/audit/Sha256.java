package org.traverse.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * A hash over values, each as long as it says: no two lists of values give the same bytes, which separators could not
 * promise. Part of what is stored for ever.
 */
final class Sha256 {
    static final int LENGTH = 32;

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Eight bytes, the highest first. */
    Sha256 number(long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
        return this;
    }

    /** Its number of bytes, in four bytes, then those; for null the number -1. */
    Sha256 bytes(byte[] value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, value == null ? -1 : value.length));
        return value == null ? this : raw(value);
    }

    /** The bytes of its UTF-8. */
    Sha256 text(String value) {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    /** Its sixteen bytes. */
    Sha256 id(UUID value) {
        return number(value.getMostSignificantBits()).number(value.getLeastSignificantBits());
    }

    /** For what always has the same length. */
    Sha256 raw(byte[] value) {
        digest.update(value);
        return this;
    }

    byte[] value() {
        return digest.digest();
    }
}

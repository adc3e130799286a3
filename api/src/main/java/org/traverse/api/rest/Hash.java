package org.traverse.api.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of several things, each with its length: "ab" and "c" are not "a" and "bc". */
final class Hash {
    private final MessageDigest sha256;

    Hash() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    Hash add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    Hash add(byte[] bytes) {
        sha256.update(bytes);
        return length(bytes.length);
    }

    /** However long it is. */
    Hash add(InputStream bytes) throws IOException {
        try (bytes) {
            return length(bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256)));
        }
    }

    private Hash length(long bytes) {
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes).flip());
        return this;
    }

    byte[] end() {
        return sha256.digest();
    }
}

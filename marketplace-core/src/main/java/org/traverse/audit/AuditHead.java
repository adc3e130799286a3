package org.traverse.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.traverse.eventstore.EventPosition;

/**
 * The end of the audit chain at some moment, signed. A copy kept where nobody who can write to the database can write
 * proves later that nothing up to it has changed.
 *
 * @param events how many there were
 * @param position of the last of them
 * @param hash of its link, in hexadecimal digits
 * @param at when this was signed
 * @param key the name of the key that signed it; null, like the two after it, when there was none
 * @param publicKey that key's public half
 * @param signature of {@link #message}, by Ed25519, in Base64
 */
public record AuditHead(
        long events, String position, String hash, Instant at, String key, String publicKey, String signature) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}-\\d{1,18}");

    /** @throws IllegalArgumentException naming the field that cannot be right */
    public AuditHead {
        require(events > 0, "events", "must be greater than 0");
        require(position != null, "position", "is missing");
        require(POSITION.matcher(position).matches(), "position", "must be like 1234-1");
        require(hash != null && HASH.matcher(hash).matches(), "hash", "must be 64 hexadecimal digits");
        require(at != null, "at", "is missing");
        boolean signed = signature != null;
        require(signed == (key != null), "key", signed ? "is missing" : "is of no use without a signature");
        require(signed == (publicKey != null), "publicKey", signed ? "is missing" : "is of no use without a signature");
        if (signed) {
            require(named(publicKey).equals(key), "key", "is not the name of the public key");
        }
    }

    /** @param signing null for none */
    static AuditHead of(Link link, Instant at, SigningKey signing) {
        var unsigned = new AuditHead(link.events(), link.position().toString(), link.hex(), at, null, null, null);
        return signing == null
                ? unsigned
                : new AuditHead(
                        unsigned.events,
                        unsigned.position,
                        unsigned.hash,
                        at,
                        signing.verifying().id(),
                        signing.verifying().base64(),
                        Base64.getEncoder().encodeToString(signing.sign(unsigned.message())));
    }

    boolean isSigned() {
        return signature != null;
    }

    /** Whether the key it names has signed it; whose key that is, is another question. */
    boolean isGenuine() {
        try {
            return new VerifyingKey(publicKey)
                    .verifies(message(), Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** For a copy that somebody brings: one that is not signed is compared, too. */
    void refuseUnlessGenuine() {
        require(!isSigned() || isGenuine(), "signature", "is not that of the key it names");
    }

    /** What is signed. Part of what is kept for ever. */
    byte[] message() {
        return "traverse audit head 1 events=%d position=%s hash=%s at=%s"
                .formatted(events, position, hash, at)
                .getBytes(StandardCharsets.US_ASCII);
    }

    EventPosition place() {
        return EventPosition.parse(position);
    }

    private static String named(String publicKey) {
        try {
            return new VerifyingKey(publicKey).id();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("publicKey " + e.getMessage());
        }
    }

    private static void require(boolean right, String field, String rule) {
        if (!right) {
            throw new IllegalArgumentException(field + " " + rule);
        }
    }
}

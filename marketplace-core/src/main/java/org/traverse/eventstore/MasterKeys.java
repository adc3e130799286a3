package org.traverse.eventstore;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.env.Environment;

/** What the keys of persons are wrapped with: one master key, and former ones until nothing is wrapped with them. */
public final class MasterKeys {
    public static final String CURRENT = "traverse.personal-data.master-key";
    public static final String FORMER = "traverse.personal-data.former-master-keys";
    private static final int BYTES = 32;

    /** @param master which master key it was */
    record Wrapped(byte[] key, String master) {}

    private final String current;
    private final Map<String, Aead> keys = new LinkedHashMap<>();

    /** @param former each, as the current one, 32 bytes in Base64 */
    public MasterKeys(String current, List<String> former) {
        this.current = add(CURRENT, current);
        former.forEach(key -> add(FORMER, key));
    }

    /** As configured. */
    public static MasterKeys of(Environment environment) {
        return new MasterKeys(
                environment.getProperty(CURRENT, ""),
                List.of(environment.getProperty(FORMER, String[].class, new String[0])));
    }

    private String add(String property, String text) {
        if (text.isBlank()) {
            throw new MasterKeyRefused(
                    property + " is missing: set it to 32 random bytes in Base64, the same on every node,"
                            + " and keep a copy apart from the database");
        }
        byte[] key = decoded(property, text.strip());
        try {
            String name = name(key);
            keys.put(name, new AesGcmJce(key));
            return name;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not to be had", e);
        }
    }

    private static byte[] decoded(String property, String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw new MasterKeyRefused(property + " is no Base64");
        }
        if (key.length != BYTES) {
            throw new MasterKeyRefused(property + " is " + key.length + " bytes long, not " + BYTES);
        }
        return key;
    }

    /** Tells keys apart without telling anything of them. */
    private static String name(byte[] key) throws GeneralSecurityException {
        var sha = MessageDigest.getInstance("SHA-256");
        sha.update("traverse master key".getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha.digest(key), 0, 8);
    }

    String current() {
        return current;
    }

    List<String> all() {
        return List.copyOf(keys.keySet());
    }

    Wrapped wrap(UUID person, byte[] key) {
        try {
            return new Wrapped(keys.get(current).encrypt(key, boundTo(person)), current);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of " + person + " could not be wrapped", e);
        }
    }

    byte[] unwrap(UUID person, Wrapped wrapped) {
        Aead master = keys.get(wrapped.master());
        if (master == null) {
            throw new MasterKeyRefused("the key of " + person + " is wrapped by master key " + wrapped.master()
                    + ", which neither " + CURRENT + " nor " + FORMER + " gives");
        }
        try {
            return master.decrypt(wrapped.key(), boundTo(person));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of " + person + " is damaged, or another person's", e);
        }
    }

    private static byte[] boundTo(UUID person) {
        return ("data key of " + person).getBytes(StandardCharsets.UTF_8);
    }
}

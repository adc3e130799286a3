package org.traverse.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The public half of an Ed25519 key, as {@code SubjectPublicKeyInfo} in Base64. */
record VerifyingKey(String base64) {
    private static final int LONGEST = 100;

    /** @throws IllegalArgumentException when it is none */
    VerifyingKey {
        if (base64.length() > LONGEST) {
            throw new IllegalArgumentException("is no Ed25519 public key");
        }
        key(base64);
    }

    /** What it is called for short: the first eight bytes of its hash. */
    String id() {
        byte[] hash = new Sha256().raw(Base64.getDecoder().decode(base64)).value();
        return HexFormat.of().formatHex(hash, 0, 8);
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key(base64));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // also for bytes that are no signature at all
        }
    }

    private static PublicKey key(String base64) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("is no Ed25519 public key", e);
        }
    }
}

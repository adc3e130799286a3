package org.traverse.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 key that heads of the audit chain are signed with. Whoever has it can sign another chain: keep it well. */
public final class SigningKey {
    private final PrivateKey key;
    private final VerifyingKey verifying;

    private SigningKey(PrivateKey key, byte[] seed) throws GeneralSecurityException {
        this.key = key;
        this.verifying = publicHalf(seed);
    }

    /**
     * @param text as {@code openssl genpkey -algorithm ed25519} gives it: PKCS#8 in Base64, with or without the lines
     *     around it
     * @throws IllegalArgumentException when it is anything else; the message does not repeat it
     */
    public static SigningKey of(String text) {
        try {
            byte[] encoded = Base64.getDecoder()
                    .decode(text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
            var key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new SigningKey(key, ((EdECPrivateKey) key).getBytes().orElseThrow());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "is no Ed25519 key in PKCS#8, which `openssl genpkey -algorithm ed25519` makes");
        }
    }

    public static SigningKey generate() {
        try {
            return of(text(
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@link #of} reads. */
    public String text() {
        return text(key);
    }

    private static String text(PrivateKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    VerifyingKey verifying() {
        return verifying;
    }

    byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(message);
            byte[] signature = signer.sign();
            if (!verifying.verifies(message, signature)) {
                throw new IllegalStateException("the two halves of the signing key do not belong together");
            }
            return signature;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDK derives it in one place only, where it makes a new pair out of random bytes: these are given to it. */
    private static VerifyingKey publicHalf(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
        return new VerifyingKey(Base64.getEncoder().encodeToString(encoded));
    }
}

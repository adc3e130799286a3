package org.traverse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.traverse.eventstore.EventPosition;

class SigningKeyTest {
    /** Made and derived by OpenSSL. */
    private static final String KEY = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIOsDkQoVn4gwlrpQTxWqpQpPsGDpmREh6iZ2oJ06NJHt
            -----END PRIVATE KEY-----
            """;

    private static final String PUBLIC = "MCowBQYDK2VwAyEAYueVFg5za2g5JWSaSsS3T+FbEj5YxPdk0QmAoBGdcpc=";

    @Test
    void isThatOfOpenSsl() {
        var key = SigningKey.of(KEY);
        assertThat(key.verifying().base64()).isEqualTo(PUBLIC);
        assertThat(key.verifying().verifies(new byte[] {1}, key.sign(new byte[] {1})))
                .isTrue();
        assertThat(key.verifying().verifies(new byte[] {2}, key.sign(new byte[] {1})))
                .isFalse();
        assertThat(SigningKey.of(key.text()).verifying()).isEqualTo(key.verifying());
    }

    /** The same for ever, and for everybody: Ed25519 has no chance in it. */
    @Test
    void signsTheSameSentenceAlike() {
        var link = new Link(3, new EventPosition(801, 1), new byte[32]);
        var head = AuditHead.of(link, Instant.parse("2026-11-24T09:00:00.000123Z"), SigningKey.of(KEY));
        assertThat(new String(head.message()))
                .isEqualTo("traverse audit head 1 events=3 position=801-1 hash=" + "0".repeat(64)
                        + " at=2026-11-24T09:00:00.000123Z");
        assertThat(head.signature())
                .isEqualTo("NPhajZjq+zZ/oy3/Oi0T70cZrTvtaAd+IMj+PkEOJyQ5JQ5y1fY8GB4iINi1fpncPGJdx5S7ytzB0gtYpBV5Dg==");
        assertThat(head.key()).isEqualTo("74fbc8f609d56713");
        assertThat(head.isGenuine()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "AAAA", "MC4CAQAwBQYDK2VuBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"})
    void isRefusedWithoutRepeatingIt(String malformed) {
        assertThatThrownBy(() -> SigningKey.of(malformed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is no Ed25519 key in PKCS#8, which `openssl genpkey -algorithm ed25519` makes");
    }
}

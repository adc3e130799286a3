package org.traverse.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.traverse.eventstore.MasterKeyRefused;
import org.traverse.eventstore.MasterKeys;

class RefusedMasterKeyTest {
    @Test
    void namesThePropertyInOneSentence() {
        assertThat(refusal(new MockEnvironment()))
                .startsWith("Traverse cannot start: traverse.personal-data.master-key is missing");
        assertThat(refusal(new MockEnvironment().withProperty(MasterKeys.CURRENT, "c2hvcnQ=")))
                .isEqualTo("Traverse cannot start: traverse.personal-data.master-key is 5 bytes long, not 32.");
        assertThat(refusal(new MockEnvironment()
                        .withProperty(MasterKeys.CURRENT, "bm90IGEgc2VjcmV0LCBidXQgdGhpcnR5LXR3byBieXQ=")
                        .withProperty(MasterKeys.FORMER, "bm90IGEgc2VjcmV0LCBidXQgdGhpcnR5LXR3byBieXQ=, ?")))
                .isEqualTo("Traverse cannot start: traverse.personal-data.former-master-keys is no Base64.");
    }

    private static String refusal(MockEnvironment environment) {
        var refused = catchThrowableOfType(MasterKeyRefused.class, () -> MasterKeys.of(environment));
        return new RefusedMasterKey()
                .analyze(new IllegalStateException(refused))
                .getDescription();
    }
}

package org.traverse.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonalSealTest {
    static final byte[] TEXT = "eight hours a week".getBytes(UTF_8);

    final UUID ewa = UUID.randomUUID();
    final UUID marc = UUID.randomUUID();
    final TestLog test = new TestLog();
    final PersonalSeal seal = new PersonalSeal(test.keys);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void opensWhatItSealed() {
        byte[] sealed = sealed();

        assertThat(seal.open(ewa, "plan/1", sealed)).contains(TEXT);
        assertThat(new String(sealed, UTF_8)).doesNotContain("hours");
    }

    @Test
    void opensNothingInAnotherPlaceOrForAnotherPersonOrAltered() {
        byte[] sealed = sealed();
        seal.seal(marc, "plan/1", TEXT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> seal.open(ewa, "plan/2", sealed))
                .withMessage("plan/2 of " + ewa + " was altered, or belongs elsewhere");
        assertThatIllegalArgumentException().isThrownBy(() -> seal.open(marc, "plan/1", sealed));
        sealed[sealed.length - 1]++;
        assertThatIllegalArgumentException().isThrownBy(() -> seal.open(ewa, "plan/1", sealed));
    }

    @Test
    void neitherOpensNorSealsForSomebodyErased() {
        byte[] sealed = sealed();
        assertThat(seal.erasedAt(ewa)).isEmpty();

        test.keys.destroy(ewa);

        assertThat(seal.open(ewa, "plan/1", sealed)).isEmpty();
        assertThat(seal.seal(ewa, "plan/1", TEXT)).isEmpty();
        assertThat(seal.erasedAt(ewa))
                .hasValueSatisfying(at -> assertThat(at)
                        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60)));
    }

    private byte[] sealed() {
        return seal.seal(ewa, "plan/1", TEXT).orElseThrow();
    }
}

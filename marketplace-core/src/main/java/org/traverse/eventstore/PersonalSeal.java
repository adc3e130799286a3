package org.traverse.eventstore;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Encrypts what is kept about somebody beside the events, by the same key: it is erased together with them. */
@Component
public class PersonalSeal {
    private final PersonalKeys keys;

    PersonalSeal(PersonalKeys keys) {
        this.keys = keys;
    }

    /**
     * @param place what it is and where it belongs; it cannot be opened as anything else
     * @return none when the person was erased
     */
    public Optional<byte[]> seal(UUID person, String place, byte[] text) {
        return keys.toWrite(person).map(key -> sealed(key, person, place, text));
    }

    /**
     * @return none when the person was erased
     * @throws IllegalArgumentException when it was altered, or sealed for another person or place
     */
    public Optional<byte[]> open(UUID person, String place, byte[] sealed) {
        return keys.toRead(person).map(key -> opened(key, person, place, sealed));
    }

    /** As the database has it at this moment. */
    public Optional<Instant> erasedAt(UUID person) {
        return keys.erasedAt(person);
    }

    private static byte[] sealed(Aead key, UUID person, String place, byte[] text) {
        try {
            return key.encrypt(text, context(person, place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(place + " of " + person + " cannot be encrypted", e);
        }
    }

    private static byte[] opened(Aead key, UUID person, String place, byte[] sealed) {
        try {
            return key.decrypt(sealed, context(person, place));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(place + " of " + person + " was altered, or belongs elsewhere", e);
        }
    }

    private static byte[] context(UUID person, String place) {
        return (person + " " + place).getBytes(StandardCharsets.UTF_8);
    }
}

package org.traverse.readmodel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A generated password in a file that only its owner may read. */
final class Secret {
    private Secret() {}

    /** @param needed whether something already depends on the password, so that a new one would be of no use */
    static String in(Path file, Account owner, boolean needed) throws IOException {
        if (!Files.exists(file)) {
            if (needed) {
                throw new CannotStart("the password of the data beside it is missing from " + file
                        + ": put it back, or move that folder away to begin anew");
            }
            Path unfinished = file.resolveSibling(file.getFileName() + "-unfinished");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, generate() + "\n");
            owner.give(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static String generate() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

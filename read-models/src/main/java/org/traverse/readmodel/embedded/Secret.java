package org.traverse.readmodel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A generated password or key in a file that only its owner may read. */
final class Secret {
    private static final int PASSWORD_BYTES = 24;
    private static final int KEY_BYTES = 32;

    private Secret() {}

    /** @param needed whether something already depends on the password, so that a new one would be of no use */
    static String in(Path file, Account owner, boolean needed) throws IOException {
        if (!Files.exists(file)) {
            if (needed) {
                throw new CannotStart("the password of the data beside it is missing from " + file
                        + ": put it back, or move that folder away to begin anew");
            }
            make(file, PASSWORD_BYTES, owner);
        }
        return Files.readString(file).strip();
    }

    /** 32 bytes in Base64; whatever depends on them is to notice for itself when they are not those of before. */
    static String keyIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file, KEY_BYTES, Account.SAME);
        }
        return Files.readString(file).strip();
    }

    private static void make(Path file, int length, Account owner) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + "-unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        Files.writeString(unfinished, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
        owner.give(unfinished);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

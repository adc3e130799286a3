package org.traverse.api.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.traverse.audit.SigningKey;
import org.traverse.readmodel.embedded.CannotStart;

/** The key that signs the audit chain of an embedded run: made once, in a file that only its owner may read. */
final class AuditKeyFile {
    private AuditKeyFile() {}

    static SigningKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                Path unfinished = file.resolveSibling(file.getFileName() + "-unfinished");
                Files.deleteIfExists(unfinished);
                Files.createFile(
                        unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(unfinished, SigningKey.generate().text() + "\n");
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return SigningKey.of(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new CannotStart(file + " " + e.getMessage() + ": put the right one back, or remove it for a new one");
        } catch (IOException e) {
            throw CannotStart.because("the audit chain", file, e.toString());
        }
    }
}

package org.traverse.readmodel.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder of one installation that brings its own servers; one application at a time.
 *
 * <p>The lock ends with this process however it ends, so whoever holds it may stop a server left over from a crash.
 */
public final class EmbeddedHome implements AutoCloseable {
    private final Path path;
    private final FileLock lock;

    public static EmbeddedHome locked(Path folder) {
        PostgresArchive.refuseUnsupportedSystems();
        try {
            return new EmbeddedHome(folder);
        } catch (AccessDeniedException e) {
            throw new CannotStart(
                    "may not write to " + e.getFile() + ": start Traverse as the user it belongs to, or name"
                            + " another folder by traverse.home",
                    e);
        } catch (IOException e) {
            throw CannotStart.because("Traverse", folder.toAbsolutePath(), e.toString());
        }
    }

    private EmbeddedHome(Path folder) throws IOException {
        path = Files.createDirectories(folder).toRealPath();
        refuseOtherOwners();
        if (Account.isRoot()) {
            // Of others, only the user that Elasticsearch runs as may pass through to its folder.
            Files.setAttribute(path, "unix:gid", Account.NOBODY.uid());
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x---"));
        } else {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        lock = lock();
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** A key of 32 bytes in Base64, made once, in a file that only its owner may read. */
    public String key(String name) {
        try {
            return Secret.keyIn(resolve(name));
        } catch (IOException e) {
            throw CannotStart.because("Traverse", path, e.toString());
        }
    }

    private void refuseOtherOwners() throws IOException {
        int owner = Account.ownerOf(path);
        if (owner != Account.current()) {
            throw new CannotStart(path + " belongs to user " + owner + ": start Traverse as that user, or name another"
                    + " folder by traverse.home");
        }
    }

    private FileLock lock() throws IOException {
        var file = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException e) {
            // this very process has it
        }
        if (lock == null) {
            file.close();
            throw new CannotStart(
                    "another Traverse is using " + path + ": stop it, or name another folder by" + " traverse.home");
        }
        return lock;
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}

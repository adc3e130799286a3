package org.traverse.readmodel.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** The jar's archive of PostgreSQL for this system. */
final class PostgresArchive {
    private static final Logger log = LoggerFactory.getLogger(PostgresArchive.class);

    private PostgresArchive() {}

    /** Answers the folder of the programs, all of them or none, also when two start here at once. */
    static Path unpackedIn(Path folder) throws IOException {
        Path home = folder.resolve("server-" + fingerprint());
        if (!Files.isDirectory(home)) {
            log.info("PostgreSQL: unpacking (first start) …");
            Path unfinished = Files.createTempDirectory(folder, "server-unfinished-");
            try (InputStream archive = open()) {
                unpack(archive, unfinished);
                Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                if (!Files.isDirectory(home)) { // as it is when another was faster
                    throw e;
                }
            } finally {
                Folders.delete(unfinished);
            }
        }
        return home.toRealPath().resolve("bin");
    }

    static CannotStart unsupported() {
        return new CannotStart(
                "Traverse brings no PostgreSQL that runs on this %s (%s): use Linux with glibc or macOS, on"
                                .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))
                        + " x86-64 or ARM64, or name servers of your own by spring.datasource.url and traverse.elasticsearch.uris");
    }

    /** Which PostgreSQL this is: another one is unpacked next to it. */
    private static String fingerprint() throws IOException {
        try (var archive = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
            archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(archive.getMessageDigest().digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void refuseUnsupportedSystems() {
        String system = System.getProperty("os.name");
        boolean hasShellAndUsers = system.equals("Linux") || system.startsWith("Mac");
        if (!hasShellAndUsers || PostgresArchive.class.getResource(name()) == null) {
            throw unsupported();
        }
    }

    private static InputStream open() {
        return PostgresArchive.class.getResourceAsStream(name());
    }

    private static String name() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch");
        return switch (processor) {
            case "amd64", "x86_64" -> "/postgres-" + system + "-x86_64.txz";
            case "aarch64", "arm64" -> "/postgres-" + system + "-arm_64.txz";
            default -> "/postgres-" + system + "-" + processor + ".txz";
        };
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                Path target = folder.resolve(entry.getName()).normalize();
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, target);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }
}

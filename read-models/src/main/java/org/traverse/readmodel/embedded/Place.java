package org.traverse.readmodel.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a server keeps what it writes, and whom it runs as so that it can. */
record Place(Path folder, Account account) {
    private static final Logger log = LoggerFactory.getLogger(Place.class);
    private static final String OWNER_ONLY = "rwx------";

    /** @param asRoot the accounts to try, best first, should root have started this application */
    static Place in(Path wanted, String server, List<Account> asRoot) throws IOException {
        Path folder = ownersOnly(wanted);
        if (!Account.isRoot()) {
            return new Place(folder, Account.SAME);
        }
        for (Account account : asRoot) {
            // Asked before anything is given away: who cannot reach the folder's parent has no use for the folder.
            if (account.may("-x", folder.getParent())) {
                account.own(folder);
                return new Place(folder, account);
            }
        }
        if (!Account.NOBODY.may("-d", Path.of("/"))) {
            throw new CannotStart(
                    server + " refuses to run as root, and this system has no setpriv to run it as somebody"
                            + " else: start Traverse as an ordinary user");
        }
        Path elsewhere = underVarTmp(folder);
        log.info("{}: its user cannot reach {}, so its data goes to {}", server, folder, elsewhere);
        return new Place(elsewhere, Account.NOBODY);
    }

    private static Path ownersOnly(Path wanted) throws IOException {
        Files.createDirectories(wanted);
        Path folder = wanted.toRealPath();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(OWNER_ONLY));
        return folder;
    }

    /** Anybody may write to /var/tmp, so what already stands there under our name has to be ours. */
    private static Path underVarTmp(Path wanted) throws IOException {
        Path folder = Path.of("/var/tmp/traverse-" + fingerprint(wanted));
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            Account.NOBODY.give(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    || !Files.getPosixFilePermissions(folder).equals(PosixFilePermissions.fromString(OWNER_ONLY))) {
                throw new CannotStart(folder + " is not the private folder it should be: remove it, and start again");
            }
            int owner = Account.ownerOf(folder);
            if (owner == 0) {
                Account.NOBODY.own(folder); // interrupted between creating and giving
            } else if (owner != 65534) {
                throw new CannotStart(folder + " belongs to somebody else: remove it, and start again");
            }
        }
        return folder;
    }

    private static String fingerprint(Path path) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(path.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.traverse.readmodel.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whom a server runs as: both servers refuse root, which in a container is who starts them. */
enum Account {
    /** Whoever started this application. */
    SAME(-1, List.of()),
    /** Nobody, who can do no harm but does not reach folders that only root may enter. */
    NOBODY(65534, List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--")),
    /** Root's files without root's powers; needs the right to make user namespaces, which many containers withhold. */
    NAMESPACE(0, List.of("unshare", "--user"));

    private final int uid;
    private final List<String> prefix;

    Account(int uid, List<String> prefix) {
        this.uid = uid;
        this.prefix = prefix;
    }

    static long current() {
        return new UnixSystem().getUid();
    }

    static boolean isRoot() {
        return current() == 0;
    }

    int uid() {
        return uid;
    }

    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Asks the system itself, because modes, lists of rights and mounts all have a say. */
    boolean may(String test, Path path) {
        try {
            return new ProcessBuilder(command(List.of("test", test, path.toString())))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such program here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Gives the account all of a folder that so far belongs to another of ours. */
    void own(Path folder) throws IOException {
        if (this == SAME || ownerOf(folder) == uid) {
            return;
        }
        try (var files = Files.walk(folder)) {
            // The folder comes last, so that what was interrupted is done again.
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                give(file);
            }
        }
    }

    void give(Path file) throws IOException {
        if (this != SAME) {
            Files.setAttribute(file, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    static int ownerOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }
}

package org.traverse.readmodel.embedded;

import java.nio.file.Path;

/** Why Traverse cannot start here, in one sentence for the person who started it. */
public final class CannotStart extends RuntimeException {
    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** @param output what the server, or an attempt to write, had to say */
    public static CannotStart because(String server, Path folder, String output) {
        if (output.contains("No space left on device") || output.contains("Disk quota exceeded")) {
            return new CannotStart("the disk that holds " + folder
                    + " is full: make room, or name a folder elsewhere by" + " traverse.home");
        }
        return new CannotStart(server + " does not start in " + folder + ":\n" + output.strip());
    }
}

package org.traverse.eventstore;

/** Why the configured master keys cannot be used, in one sentence; never with a key in it. */
public class MasterKeyRefused extends IllegalStateException {
    MasterKeyRefused(String why) {
        super(why);
    }
}

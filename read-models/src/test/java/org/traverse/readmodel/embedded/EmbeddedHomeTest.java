package org.traverse.readmodel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedHomeTest {
    @TempDir
    Path temporary;

    @Test
    void isOneApplicationsAtATime() throws IOException {
        Path folder = temporary.resolve("home");
        try (var home = EmbeddedHome.locked(folder)) {
            assertThatThrownBy(() -> EmbeddedHome.locked(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("another Traverse is using " + folder.toRealPath());
        }
        EmbeddedHome.locked(folder).close();
    }

    @Test
    void isClosedToOthers() throws IOException {
        Path folder = temporary.resolve("home");
        try (var home = EmbeddedHome.locked(folder)) {
            assertThat(Files.getPosixFilePermissions(folder))
                    .doesNotContain(
                            PosixFilePermission.OTHERS_READ,
                            PosixFilePermission.OTHERS_WRITE,
                            PosixFilePermission.OTHERS_EXECUTE,
                            PosixFilePermission.GROUP_READ,
                            PosixFilePermission.GROUP_WRITE);
        }
    }

    @Test
    void keepsAKeyThatOnlyItsOwnerMayRead() throws IOException {
        Path folder = temporary.resolve("home");
        String key;
        try (var home = EmbeddedHome.locked(folder)) {
            key = home.key("master-key");
            assertThat(key).hasSize(43).isNotEqualTo(home.key("another"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("master-key"))))
                    .isEqualTo("rw-------");
        }
        try (var home = EmbeddedHome.locked(folder)) {
            assertThat(home.key("master-key")).as("made once").isEqualTo(key);
        }
    }

    @Test
    void tellsInOneSentenceThatTheDiskIsFull() {
        assertThat(CannotStart.because("PostgreSQL", temporary, "write failed: No space left on device\nand more"))
                .hasMessage("the disk that holds " + temporary + " is full: make room, or name a folder elsewhere by"
                        + " traverse.home");
    }
}

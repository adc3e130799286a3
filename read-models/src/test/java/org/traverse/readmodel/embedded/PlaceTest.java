package org.traverse.readmodel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {
    @TempDir
    Path temporary;

    Path unreachable;
    Path fallback;

    @BeforeEach
    void onlyRootGivesServersAway() throws IOException {
        assumeTrue(Account.isRoot(), "only root starts a server as somebody else");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx------"));
        unreachable = Files.createDirectories(temporary.resolve("home/elasticsearch"));
    }

    @AfterEach
    void removeTheFallback() throws IOException {
        if (fallback != null) {
            Folders.delete(fallback);
        }
    }

    @Test
    void isTheFolderAskedForWhereItsUserReachesIt() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        assertThat(in(unreachable)).isEqualTo(new Place(unreachable.toRealPath(), Account.NOBODY));
        assertThat(Account.ownerOf(unreachable)).isEqualTo(65534);
    }

    @Test
    void isAPrivateFolderUnderVarTmpWhereItsUserDoesNotReachTheOneAskedFor() throws IOException {
        Place place = in(unreachable);
        assertThat(fallback).hasParent(Path.of("/var/tmp")).isDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fallback)))
                .isEqualTo("rwx------");
        assertThat(Account.ownerOf(fallback)).isEqualTo(65534);
        assertThat(Account.NOBODY.may("-w", fallback)).isTrue();
        assertThat(in(unreachable)).isEqualTo(place);
        assertThat(in(Files.createDirectories(temporary.resolve("other")))).isNotEqualTo(place);
        Folders.delete(fallback);
        fallback = place.folder();
    }

    @Test
    void isNotAFolderThatSomebodyElseHasPutThere() throws IOException {
        fallback = in(unreachable).folder();
        Files.setAttribute(fallback, "unix:uid", 12345);
        assertThatThrownBy(() -> in(unreachable))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("somebody else");
    }

    @Test
    void isNotALinkThatSomebodyElseHasPutThere() throws IOException {
        fallback = in(unreachable).folder();
        Files.delete(fallback);
        Files.createSymbolicLink(fallback, Files.createDirectories(temporary.resolve("trap")));
        assertThatThrownBy(() -> in(unreachable))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("remove it");
    }

    private Place in(Path wanted) throws IOException {
        Place place = Place.in(wanted, "Elasticsearch", List.of(Account.NOBODY));
        fallback = place.folder().startsWith("/var/tmp") ? place.folder() : null;
        return place;
    }
}

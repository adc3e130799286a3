package org.traverse.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.traverse.role.RoleCommand.DefineRole;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skill.SkillKind;

/** O*NET 29.2 as downloaded, where {@code -Dtraverse.data} names the folder it is in. */
class OnetWholeArchiveTest {
    static final Path ARCHIVE = Path.of(System.getProperty("traverse.data", "absent"), "db_29_2_text.zip");

    @Test
    void isReadToTheLastRow() throws IOException {
        assumeTrue(Files.exists(ARCHIVE), "no O*NET archive: -Dtraverse.data=DIR names its folder");
        OnetArchive onet;
        try (var bytes = new BufferedInputStream(Files.newInputStream(ARCHIVE))) {
            onet = OnetArchive.read("db_29_2_text.zip", bytes);
        }

        assertThat(onet.roles()).hasSize(1_016);
        assertThat(skills(onet, SkillKind.SKILL)).isEqualTo(35);
        assertThat(skills(onet, SkillKind.KNOWLEDGE)).isEqualTo(33);
        assertThat(skills(onet, SkillKind.TECHNOLOGY)).isEqualTo(8_768);
        assertThat(onet.roles().stream().filter(r -> r.requirements().isEmpty()))
                .hasSize(93);
        assertThat(onet.roles()).extracting(DefineRole::family).doesNotContainNull();
        assertThat(onet.roles().stream().map(DefineRole::family).distinct()).hasSize(23);

        var defined = new HashSet<>(onet.skills().stream().map(DefineSkill::id).toList());
        assertThat(defined).hasSize(onet.skills().size());
        assertThat(onet.roles())
                .allSatisfy(role -> assertThat(Requirement.distinct(role.requirements()))
                        .allMatch(r -> defined.contains(r.skill())));

        var rated = onet.roles().stream()
                .flatMap(r -> r.requirements().stream())
                .filter(r -> r.original().isPresent())
                .toList();
        assertThat(rated).hasSize(19_166);
        assertThat(rated.stream().filter(Requirement::must).count()).isEqualTo(3_354);
    }

    private static long skills(OnetArchive onet, SkillKind kind) {
        return onet.skills().stream().filter(skill -> skill.kind() == kind).count();
    }
}

package org.traverse.taxonomy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.traverse.eventstore.BenchNode;
import org.traverse.eventstore.BenchPostgres;

/** An O*NET archive, from the file to the last event, beside the minute that an administrator may have to wait for it. */
public final class OnetBench {
    private static final int LIMIT_SECONDS = 60;

    private OnetBench() {}

    public static void run(Path archive) throws Exception {
        if (!Files.isReadable(archive)) {
            throw new IllegalArgumentException("there is no archive to read: " + archive);
        }
        try (var postgres = new BenchPostgres();
                var node = BenchNode.start(postgres.emptyDatabase())) {
            var id = TaxonomyImportId.random();
            long begin = System.nanoTime();
            node.the(TaxonomyImporting.class)
                    .begin(id, archive.getFileName().toString(), new FileSystemResource(archive));
            var archives = node.the(TaxonomyArchives.class);
            while (archives.find(id).isPresent()) {
                Thread.sleep(50);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            int concepts = node.the(JdbcTemplate.class)
                    .queryForObject(
                            "select count(*) from event where type in ('skill.defined', 'role.defined')",
                            Integer.class);
            System.out.println(String.format(
                    Locale.ROOT,
                    "onet concepts=%d s=%.1f limit_s=%d per_s=%.0f",
                    concepts,
                    seconds,
                    LIMIT_SECONDS,
                    concepts / seconds));
        }
    }
}

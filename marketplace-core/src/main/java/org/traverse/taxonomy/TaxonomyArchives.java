package org.traverse.taxonomy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The archives being imported. Tables: taxonomy_archive, taxonomy_archive_piece. */
@Component
class TaxonomyArchives {
    /** @param done how many of its concepts are defined for certain */
    record Stored(UUID importId, String file, String sha256, int total, int done) {}

    private static final int PIECE = 1 << 20;

    private final JdbcClient sql;

    TaxonomyArchives(JdbcClient sql) {
        this.sql = sql;
    }

    void store(TaxonomyImportId id, String file, String sha256, int total, InputStream archive) throws IOException {
        sql.sql("insert into taxonomy_archive (import, file, sha256, total) values (:id, :file, :sha256, :total)")
                .param("id", id.value())
                .param("file", file)
                .param("sha256", sha256)
                .param("total", total)
                .update();
        int number = 0;
        for (byte[] piece = archive.readNBytes(PIECE); piece.length > 0; piece = archive.readNBytes(PIECE)) {
            sql.sql("insert into taxonomy_archive_piece (import, number, content) values (:id, :number, :content)")
                    .param("id", id.value())
                    .param("number", number++)
                    .param("content", piece)
                    .update();
        }
    }

    Optional<Stored> find(TaxonomyImportId id) {
        return sql.sql("select import as import_id, file, sha256, total, done from taxonomy_archive where import = :id")
                .param("id", id.value())
                .query(Stored.class)
                .optional();
    }

    InputStream open(TaxonomyImportId id) {
        return new SequenceInputStream(new Enumeration<>() {
            private int number;
            private Optional<byte[]> next = piece(id, 0);

            @Override
            public boolean hasMoreElements() {
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                var current = next.orElseThrow(NoSuchElementException::new);
                next = piece(id, ++number);
                return new ByteArrayInputStream(current);
            }
        });
    }

    void done(TaxonomyImportId id, int done) {
        sql.sql("update taxonomy_archive set done = greatest(done, :done) where import = :id")
                .param("done", done)
                .param("id", id.value())
                .update();
    }

    void remove(TaxonomyImportId id) {
        sql.sql("delete from taxonomy_archive where import = :id")
                .param("id", id.value())
                .update();
    }

    private Optional<byte[]> piece(TaxonomyImportId id, int number) {
        return sql.sql("select content from taxonomy_archive_piece where import = :id and number = :number")
                .param("id", id.value())
                .param("number", number)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }
}

package org.traverse.taxonomy;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Walks through a zip once, front to back, and hands over the tables asked for. Nothing is written anywhere, so names
 * with dots and slashes can do no harm; what a small file may unpack to is limited.
 */
class OnetZip {
    static final long LARGEST_ARCHIVE = 64L << 20;
    static final long LARGEST_ENTRY = 256L << 20;
    static final long LARGEST_CONTENT = 512L << 20;
    static final int MOST_ENTRIES = 1_000;

    private final String name;
    private final OnetReader reader;
    private final OnetProblems problems;
    private final Map<String, OnetTable> tables;
    private final Set<String> seen = new HashSet<>();
    private long content;

    OnetZip(String name, OnetReader reader, OnetProblems problems, Map<String, OnetTable> tables) {
        this.name = name;
        this.reader = reader;
        this.problems = problems;
        this.tables = tables;
    }

    /** Answers the tables that were there. */
    Set<String> read(InputStream archive) throws IOException {
        var bytes = new OnetZipBytes(archive);
        String at = name;
        try {
            var zip = new ZipInputStream(bytes, StandardCharsets.UTF_8);
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new ZipException("it has more than " + MOST_ENTRIES + " files");
                }
                var file = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                at = tables.containsKey(file) ? file : name;
                unpack(file, new Limited(zip));
                at = name;
            }
            bytes.checkEnd(entries);
        } catch (ZipException | EOFException | IllegalArgumentException e) { // the last: a file name that is not UTF-8
            problems.add(at, 0, "cannot be read as a zip: " + e.getMessage());
        }
        return seen;
    }

    private void unpack(String file, InputStream unpacked) throws IOException {
        var table = tables.get(file);
        if (table != null) {
            if (seen.add(file)) {
                reader.read(unpacked, table);
            } else {
                problems.add(file, 0, "is in the archive twice");
            }
        }
        unpacked.transferTo(OutputStream.nullOutputStream()); // so that its checksum is compared, and its size limited
    }

    private class Limited extends FilterInputStream {
        private long entry;

        private Limited(InputStream unpacked) {
            super(unpacked);
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int n = super.read(to, offset, length);
            if (n > 0) {
                entry += n;
                content += n;
                if (entry > LARGEST_ENTRY) {
                    throw new ZipException("one file in it unpacks to more than " + (LARGEST_ENTRY >> 20) + " MB");
                }
                if (content > LARGEST_CONTENT) {
                    throw new ZipException("it unpacks to more than " + (LARGEST_CONTENT >> 20) + " MB");
                }
            }
            return n;
        }
    }
}

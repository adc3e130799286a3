package org.traverse.taxonomy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small archive laid out as O*NET's, of invented occupations, to be spoiled by one test each. */
class OnetSample {
    static final String NAME = "db_0_1_text.zip";
    static final String KEEPERS = "11-9999.01";
    static final String KITES = "51-9999.07";
    static final String ECHOES = "39-9999.02";

    private static final List<String> RATED = List.of(
            "O*NET-SOC Code",
            "Element ID",
            "Element Name",
            "Scale ID",
            "Data Value",
            "Recommend Suppress",
            "Not Relevant",
            "Date");

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String folder = "db_0_1_text/";

    OnetSample() {
        table(
                "Skills.txt",
                RATED,
                rated(KEEPERS, "2.A.1", "Listening", "IM", "4.50", "N", "n/a"),
                rated(KEEPERS, "2.A.1", "Listening", "LV", "5.25", "N", "N"),
                rated(KEEPERS, "2.A.2", "Whittling", "IM", "3.00", "N", ""),
                rated(KEEPERS, "2.A.2", "Whittling", "LV", "0.00", "N", "N"),
                rated(KITES, "2.A.1", "Listening", "IM", "2.99", "N", ""),
                rated(KITES, "2.A.1", "Listening", "LV", "6.00", "N", "N"),
                rated(KITES, "2.A.2", "Whittling", "IM", "3.99", "N", ""),
                rated(KITES, "2.A.2", "Whittling", "LV", "7", "N", "N"));
        table(
                "Knowledge.txt",
                RATED,
                rated(KEEPERS, "2.C.1", "Tides", "IM", "5", "N", ""),
                rated(KEEPERS, "2.C.1", "Tides", "LV", "3.5", "Y", "N"),
                rated(KITES, "2.C.1", "Tides", "IM", "4", "N", ""),
                rated(KITES, "2.C.1", "Tides", "LV", "1", "N", "Y"),
                rated(KITES, "2.C.2", "Winds", "IM", "4.00", "N", ""),
                rated(KITES, "2.C.2", "Winds", "LV", "3.5", "N", "N"));
        table(
                "Technology Skills.txt",
                List.of("O*NET-SOC Code", "Example", "Commodity Code"),
                KITES + "\tKnotBook\t1",
                KITES + "\tGust & Söhne 3\t1",
                KITES + "\tKnotBook\t2",
                KEEPERS + "\tKnotBook\t1");
        table(
                "Occupation Data.txt",
                List.of("O*NET-SOC Code", "Title", "Description"),
                KEEPERS + "\tLighthouse Stewards\tKeep the lamp lit.",
                KITES + "\tKite Makers\tCut, glue and fly.",
                ECHOES + "\tEcho Guides\tLead walks to the best walls.");
        table("Read Me.txt", List.of("whatever"));
    }

    static String rated(String... fields) {
        return String.join("\t", fields) + "\t01/2000";
    }

    private void table(String file, List<String> columns, String... rows) {
        files.put(
                file,
                (String.join("\t", columns) + "\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    OnetSample without(String file) {
        files.remove(file);
        return this;
    }

    OnetSample with(String file, byte[] content) {
        files.put(file, content);
        return this;
    }

    OnetSample in(String otherFolder) {
        folder = otherFolder;
        return this;
    }

    String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    OnetSample replacing(String file, String old, String other) {
        if (!text(file).contains(old)) {
            throw new IllegalArgumentException(file + " has no " + old);
        }
        return with(file, text(file).replace(old, other).getBytes(StandardCharsets.UTF_8));
    }

    OnetSample adding(String file, String row) {
        return with(file, (text(file) + row + "\n").getBytes(StandardCharsets.UTF_8));
    }

    byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(entry(folder));
            for (var file : files.entrySet()) {
                zip.putNextEntry(entry(folder + file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Of a time of its own, so that the same files are the same archive whenever it is made. */
    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.parse("2026-01-01T00:00:00"));
        return entry;
    }

    OnetArchive read() {
        return read(zip());
    }

    static OnetArchive read(byte[] archive) {
        try {
            return OnetArchive.read(NAME, new ByteArrayInputStream(archive));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

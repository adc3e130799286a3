package org.traverse.taxonomy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.traverse.taxonomy.OnetSample.ECHOES;
import static org.traverse.taxonomy.OnetSample.KEEPERS;
import static org.traverse.taxonomy.OnetSample.KITES;
import static org.traverse.taxonomy.OnetSample.NAME;
import static org.traverse.taxonomy.OnetSample.rated;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.traverse.role.RoleCommand.DefineRole;
import org.traverse.role.RoleId;
import org.traverse.skill.Proficiency;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skill.SkillId;
import org.traverse.skill.SkillKind;
import org.traverse.skill.Source;

class OnetArchiveTest {
    static final String OCCUPATIONS = "Occupation Data.txt";
    static final String SKILLS = "Skills.txt";
    static final String KNOWLEDGE = "Knowledge.txt";
    static final String TECHNOLOGIES = "Technology Skills.txt";

    final OnetSample sample = new OnetSample();

    @Nested
    class Sound {
        @Test
        void definesEverySkillOnce() {
            assertThat(sample.read().skills())
                    .containsExactly(
                            skill("2.A.1", "Listening", SkillKind.SKILL),
                            skill("2.A.2", "Whittling", SkillKind.SKILL),
                            skill("2.C.1", "Tides", SkillKind.KNOWLEDGE),
                            skill("2.C.2", "Winds", SkillKind.KNOWLEDGE),
                            skill("technology/Gust & Söhne 3", "Gust & Söhne 3", SkillKind.TECHNOLOGY),
                            skill("technology/KnotBook", "KnotBook", SkillKind.TECHNOLOGY));
        }

        @Test
        void makesEveryOccupationARole() {
            assertThat(sample.read().roles())
                    .containsExactly(
                            role(
                                    KEEPERS,
                                    "Lighthouse Stewards",
                                    "Keep the lamp lit.",
                                    "Management Occupations",
                                    rating("2.A.1", 4, true, 4.5, 5.25),
                                    rating("2.A.2", 1, false, 3, 0),
                                    technology("KnotBook")),
                            role(
                                    ECHOES,
                                    "Echo Guides",
                                    "Lead walks to the best walls.",
                                    "Personal Care and Service Occupations"),
                            role(
                                    KITES,
                                    "Kite Makers",
                                    "Cut, glue and fly.",
                                    "Production Occupations",
                                    rating("2.A.2", 5, false, 3.99, 7),
                                    rating("2.C.2", 3, true, 4, 3.5),
                                    technology("Gust & Söhne 3"),
                                    technology("KnotBook")));
        }

        @Test
        void leavesOutWhatIsSuppressedIrrelevantOrUnimportant() {
            // Tides: suppressed for the stewards, not relevant for the kite makers; Listening: 2.99 for these
            assertThat(sample.read().roles())
                    .flatExtracting(DefineRole::requirements)
                    .filteredOn(r -> r.original().isPresent())
                    .hasSize(4);
            sample.replacing(KNOWLEDGE, "LV\t3.5\tY", "LV\t3.5\tN")
                    .replacing(KNOWLEDGE, "LV\t1\tN\tY", "LV\t1\tN\tN")
                    .replacing(SKILLS, "2.99", "3.00");
            assertThat(sample.read().roles())
                    .flatExtracting(DefineRole::requirements)
                    .filteredOn(r -> r.original().isPresent())
                    .hasSize(7);
            sample.replacing(SKILLS, "3.00\tN", "3.00\tY");
            assertThat(sample.read().roles())
                    .flatExtracting(DefineRole::requirements)
                    .filteredOn(r -> r.original().isPresent())
                    .hasSize(5);
        }

        @Test
        void givesTheSameCommandsWhateverTheOrderOfRows() {
            var commands = sample.read().commands();
            for (String file : new String[] {OCCUPATIONS, SKILLS, KNOWLEDGE, TECHNOLOGIES}) {
                var lines = sample.text(file).split("\n");
                var backwards = new StringBuilder(lines[0]);
                for (int i = lines.length - 1; i > 0; i--) {
                    backwards.append('\n').append(lines[i]);
                }
                sample.with(file, backwards.toString().getBytes(UTF_8));
            }
            assertThat(sample.read().commands()).isEqualTo(commands).hasSize(9);
        }

        @Test
        void mayHaveMoreColumnsInAnotherOrderAndAnotherFolder() {
            var before = sample.read();
            sample.replacing(TECHNOLOGIES, "O*NET-SOC Code\tExample\tCommodity Code", "Hot\tExample\tO*NET-SOC Code")
                    .with(
                            OCCUPATIONS,
                            ("Title\tSince\tDescription\tO*NET-SOC Code\n"
                                            + "Lighthouse Stewards\t2031\tKeep the lamp lit.\t" + KEEPERS + "\n"
                                            + "Kite Makers\t2031\tCut, glue and fly.\t" + KITES + "\n"
                                            + "Echo Guides\t2031\tLead walks to the best walls.\t" + ECHOES + "\n")
                                    .getBytes(UTF_8))
                    .in("db_77_0_text/");
            sample.with(
                    TECHNOLOGIES,
                    ("Hot\tExample\tO*NET-SOC Code\n" + "1\tKnotBook\t" + KITES + "\n1\tGust & Söhne 3\t" + KITES
                                    + "\n1\tKnotBook\t" + KEEPERS)
                            .getBytes(UTF_8));
            assertThat(sample.read()).isEqualTo(before);
        }

        @Test
        void mayEndLinesAsWindowsDoesAndBeginWithAByteOrderMark() {
            var before = sample.read();
            for (String file : new String[] {OCCUPATIONS, SKILLS, KNOWLEDGE, TECHNOLOGIES}) {
                sample.with(file, ("\uFEFF" + sample.text(file).replace("\n", "\r\n") + "\r\n").getBytes(UTF_8));
            }
            assertThat(sample.read()).isEqualTo(before);
        }

        private DefineSkill skill(String code, String name, SkillKind kind) {
            var source = new Source("O*NET", code);
            return new DefineSkill(SkillId.of(source), name, kind, Optional.of(source));
        }

        private DefineRole role(
                String code, String title, String description, String family, Requirement... requirements) {
            var source = new Source("O*NET", code);
            return new DefineRole(
                    RoleId.of(source), title, description, family, Arrays.asList(requirements), Optional.of(source));
        }

        private Requirement rating(String element, int level, boolean must, double importance, double original) {
            return new Requirement(
                    SkillId.of(new Source("O*NET", element)),
                    Optional.of(Proficiency.of(level)),
                    must,
                    Optional.of(new Requirement.Rating(importance, original)));
        }

        private Requirement technology(String name) {
            return Requirement.desirable(SkillId.of(new Source("O*NET", "technology/" + name)));
        }
    }

    @Nested
    class Rows {
        @ParameterizedTest
        @ValueSource(strings = {OCCUPATIONS, SKILLS, KNOWLEDGE, TECHNOLOGIES})
        void needEveryField(String file) {
            int line = sample.text(file).split("\n").length + 1;
            int columns = sample.text(file).split("\n")[0].split("\t").length;
            sample.adding(file, KEEPERS);
            refused(file, line, "the row has 1 fields, the header has " + columns + " columns");
        }

        @ParameterizedTest
        @ValueSource(strings = {SKILLS, KNOWLEDGE})
        void ofRatingsNeedAKnownOccupation(String file) {
            int line = sample.text(file).split("\n").length + 1;
            sample.adding(file, rated("19-9999.00", "2.X", "Patience", "IM", "3", "N", ""))
                    .adding(file, rated("19-9999.00", "2.X", "Patience", "LV", "3", "N", "N"));
            refused(file, line, "the occupation 19-9999.00 is not in Occupation Data.txt");
        }

        @Test
        void ofTechnologiesNeedAKnownOccupation() {
            sample.adding(TECHNOLOGIES, "19-9999.00\tKnotBook\t1").adding(TECHNOLOGIES, "19-9999.00\tKnots\t1");
            refused(TECHNOLOGIES, 6, "the occupation 19-9999.00 is not in Occupation Data.txt");
        }

        @ParameterizedTest
        @CsvSource({"119999.01", "11-9999", "'11-9999.01.1'", "xx-9999.01", "''"})
        void needACodeLikeThoseOfTheSoc(String code) {
            sample.adding(OCCUPATIONS, code + "\tX\tY");
            refused(OCCUPATIONS, 5, "O*NET-SOC Code is not like 11-1011.00: \"" + code + "\"");
        }

        @Test
        void needAMajorGroup() {
            sample.adding(OCCUPATIONS, "99-1234.00\tX\tY");
            refused(OCCUPATIONS, 5, "the 2018 SOC has no major group for the occupation code \"99-1234.00\"");
        }

        @Test
        void needATitle() {
            sample.replacing(OCCUPATIONS, "Kite Makers", "  ");
            refused(OCCUPATIONS, 3, "Title is blank");
        }

        @Test
        void needANameForATechnology() {
            sample.replacing(TECHNOLOGIES, "Gust & Söhne 3", "");
            refused(TECHNOLOGIES, 3, "Example is blank");
        }

        @Test
        void keepToALength() {
            sample.replacing(OCCUPATIONS, "Kite Makers", "K".repeat(201));
            refused(OCCUPATIONS, 3, "Title is longer than 200 characters: \"" + "K".repeat(60) + "…\"");
        }

        @Test
        void endSomewhere() {
            sample.replacing(OCCUPATIONS, "Cut, glue", "Cut".repeat(30_000));
            refused(OCCUPATIONS, 3, "the row is longer than 65536 bytes");
        }

        @Test
        void areUtf8() {
            sample.with(TECHNOLOGIES, sample.text(TECHNOLOGIES).getBytes(ISO_8859_1));
            refused(TECHNOLOGIES, 3, "the row is not valid UTF-8");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 7, 13, 0x85})
        void haveNoControlCharacters(int c) {
            sample.replacing(OCCUPATIONS, "Kite Makers", "Kite" + (char) c + "Makers");
            refused(OCCUPATIONS, 3, "the row contains the control character U+%04X".formatted(c));
        }

        @ParameterizedTest
        @ValueSource(strings = {"many", "", "4,5", "NaN", "Infinity", "4d", "0x1p2", "1e0", "n/a"})
        void rateWithNumbers(String value) {
            sample.replacing(SKILLS, "4.50", value);
            refused(SKILLS, 2, "Data Value is not a number: \"" + value + "\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0.99", "5.01", "-3"})
        void rateImportanceFromOneToFive(String value) {
            sample.replacing(SKILLS, "4.50", value);
            refused(SKILLS, 2, "Data Value is outside 1 to 5: \"" + value + "\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-0.01", "7.01"})
        void rateLevelsFromZeroToSeven(String value) {
            sample.replacing(SKILLS, "5.25", value);
            refused(SKILLS, 3, "Data Value is outside 0 to 7: \"" + value + "\"");
        }

        @Test
        void rateOnKnownScales() {
            sample.replacing(SKILLS, "IM\t4.50", "FT\t4.50");
            refused(SKILLS, 2, "Scale ID is neither IM nor LV: \"FT\"");
        }

        @Test
        void answerYesOrNo() {
            sample.replacing(SKILLS, "5.25\tN", "5.25\tmaybe");
            refused(SKILLS, 3, "Recommend Suppress is neither Y nor N: \"maybe\"");
        }

        @Test
        void bringImportanceWithLevel() {
            sample.adding(SKILLS, rated(ECHOES, "2.A.1", "Listening", "LV", "3", "N", "N"));
            refused(
                    SKILLS,
                    10,
                    "the element \"2.A.1\" of occupation 39-9999.02 has a level (LV) but no importance (IM)");
        }

        @Test
        void bringLevelWithImportance() {
            sample.adding(SKILLS, rated(ECHOES, "2.A.1", "Listening", "IM", "3", "N", "N"));
            refused(
                    SKILLS,
                    10,
                    "the element \"2.A.1\" of occupation 39-9999.02 has an importance (IM) but no level (LV)");
        }

        @Test
        void areThereOnce() {
            sample.adding(SKILLS, rated(KITES, "2.A.1", "Listening", "LV", "6.00", "N", "N"))
                    .adding(OCCUPATIONS, ECHOES + "\tOthers\tDo otherwise.");
            refused(
                    new Problem(
                            SKILLS, 10, "the scale LV of element \"2.A.1\" for occupation 51-9999.07 is there twice"),
                    new Problem(OCCUPATIONS, 5, "the occupation 39-9999.02 is there twice"));
        }

        @Test
        void callAnElementAlwaysTheSame() {
            sample.replacing(SKILLS, "Whittling\tLV\t7", "Carving\tLV\t7");
            assertThat(refusal().problems())
                    .contains(new Problem(
                            SKILLS, 9, "the element \"2.A.2\" is called \"Carving\", before it was \"Whittling\""));
        }

        @Test
        void useAnElementInOneTableOnly() {
            sample.replacing(KNOWLEDGE, "2.C.2", "2.A.2");
            refused(KNOWLEDGE, 0, "the element 2.A.2 is in Skills.txt too");
        }

        @Test
        void askForNoMoreThanARoleMay() {
            var many = new StringBuilder(sample.text(TECHNOLOGIES));
            for (int i = 0; i < 997; i++) { // beside one technology and two skills
                many.append(KEEPERS + "\tVersion ").append(i).append("\t1\n");
            }
            sample.with(TECHNOLOGIES, many.toString().getBytes(UTF_8)).read();
            sample.adding(TECHNOLOGIES, KEEPERS + "\tOne more\t1");
            refused(OCCUPATIONS, 0, "the occupation 11-9999.01 asks for more than 1000 skills");
        }

        @Test
        void areNotCountless() {
            sample.with(
                    TECHNOLOGIES,
                    (sample.text(TECHNOLOGIES) + (KITES + "\tKnotBook\t1\n").repeat(250_000)).getBytes(UTF_8));
            refused(TECHNOLOGIES, 250_002, "the table has more than 250000 rows");
        }

        @Test
        void areListedUpToAHundredAndCountedBeyond() {
            sample.with(OCCUPATIONS, (sample.text(OCCUPATIONS) + "x\n".repeat(1_000)).getBytes(UTF_8));
            var damage = refusal();
            assertThat(damage.total()).isEqualTo(1_000);
            assertThat(damage.problems())
                    .hasSize(100)
                    .extracting(Problem::row)
                    .startsWith(5, 6)
                    .endsWith(104);
        }

        @Test
        void areQuotedPrintably() {
            sample.replacing(SKILLS, "4.50", "\u202E" + "\uD83E\uDE81".repeat(40));
            assertThat(refusal().problems())
                    .singleElement()
                    .extracting(Problem::message)
                    .isEqualTo("Data Value is not a number: \"\uFFFD" + "\uD83E\uDE81".repeat(29) + "\uFFFD…\"");
        }
    }

    @Nested
    class Tables {
        @ParameterizedTest
        @ValueSource(strings = {OCCUPATIONS, SKILLS, KNOWLEDGE, TECHNOLOGIES})
        void mustBeThere(String file) {
            sample.without(file);
            refused(file, 0, "is missing; the archive must be O*NET's text form");
        }

        @Test
        void sayWhichColumnIsMissing() {
            sample.replacing(OCCUPATIONS, "\tDescription", "\tSummary");
            refused(
                    OCCUPATIONS,
                    1,
                    "missing column \"Description\"; the header has \"O*NET-SOC Code\", \"Title\", \"Summary\"");
        }

        @Test
        void haveNoColumnTwice() {
            sample.replacing(TECHNOLOGIES, "Commodity Code", "Example");
            refused(TECHNOLOGIES, 1, "the column \"Example\" is there twice");
        }

        @Test
        void haveAHeader() {
            sample.with(OCCUPATIONS, new byte[0]);
            refused(
                    OCCUPATIONS,
                    1,
                    "missing column \"O*NET-SOC Code\", \"Title\", \"Description\"; the header has \"\"");
        }

        @Test
        void nameAtLeastOneOccupation() {
            for (String file : new String[] {OCCUPATIONS, SKILLS, KNOWLEDGE, TECHNOLOGIES}) {
                sample.with(file, sample.text(file).split("\n")[0].getBytes(UTF_8));
            }
            refused(OCCUPATIONS, 0, "has no occupations");
        }

        @Test
        void areThereOnce() throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                for (String file : new String[] {OCCUPATIONS, SKILLS, KNOWLEDGE, TECHNOLOGIES}) {
                    zip.putNextEntry(new ZipEntry("a/" + file));
                    zip.write(sample.text(file).getBytes(UTF_8));
                }
                zip.putNextEntry(new ZipEntry("b/../" + SKILLS));
            }
            refused(bytes.toByteArray(), new Problem(SKILLS, 0, "is in the archive twice"));
        }
    }

    @Nested
    class Zips {
        @ParameterizedTest
        @ValueSource(strings = {"", "P", "O*NET-SOC Code\tTitle\n", "%PDF-1.7"})
        void areZips(String content) {
            refused(
                    content.getBytes(UTF_8),
                    new Problem(NAME, 0, "cannot be read as a zip: it does not look like one"));
        }

        @Test
        void areWholeWhereverTheyWereCut() {
            var whole = sample.zip();
            OnetSample.read(whole);
            for (int length = 0; length < whole.length; length += 7) {
                var cut = Arrays.copyOf(whole, length);
                assertThat(catchThrowableOfType(DamagedArchive.class, () -> OnetSample.read(cut)))
                        .as("cut after %d of %d bytes", length, whole.length)
                        .isNotNull();
            }
        }

        @Test
        void areNotFlippedInAnyTableByte() {
            var whole = sample.zip();
            var expected = OnetSample.read(whole);
            for (int i = 0; i < whole.length; i += 5) {
                var flipped = whole.clone();
                flipped[i] ^= 0x10;
                try {
                    // what is not read, such as dates and unused tables' names, may differ
                    assertThat(OnetSample.read(flipped)).isEqualTo(expected);
                } catch (DamagedArchive damage) {
                    assertThat(damage.problems()).isNotEmpty();
                }
            }
        }

        @Test
        void areNotEncrypted() {
            var zip = sample.zip();
            zip[6] |= 1; // of the first entry
            refused(zip, new Problem(NAME, 0, "cannot be read as a zip: encrypted ZIP entry not supported"));
        }

        @Test
        void haveNoHiddenFiles() {
            var zip = sample.zip();
            zip[zip.length - 12]++; // the number of files
            zip[zip.length - 14]++;
            refused(zip, new Problem(NAME, 0, "cannot be read as a zip: it says it has 7 files, but 6 were found"));
        }

        @Test
        void haveFileNamesInUtf8() {
            var zip = new String(sample.zip(), ISO_8859_1).replace("db_0_1_text/Read", "db_0_1_t\u00FFxt/Read");
            assertThat(catchThrowableOfType(DamagedArchive.class, () -> OnetSample.read(zip.getBytes(ISO_8859_1))))
                    .hasMessageStartingWith("cannot be read as a zip: ");
        }

        @Test
        void haveAHandfulOfFiles() {
            for (int i = 0; i < 1_000; i++) {
                sample.with("Table " + i + ".txt", new byte[0]);
            }
            refused(NAME, 0, "cannot be read as a zip: it has more than 1000 files");
        }

        @Test
        void holdNoFileTooLarge() throws IOException {
            refused(
                    bomb("a/Notes.txt", 257),
                    new Problem(NAME, 0, "cannot be read as a zip: one file in it unpacks to more than 256 MB"));
            refused(
                    bomb("a/" + SKILLS, 257),
                    new Problem(SKILLS, 0, "cannot be read as a zip: one file in it unpacks to more than 256 MB"));
        }

        @Test
        void holdNotTooMuchTogether() throws IOException {
            refused(
                    bomb("a/Notes.txt", 172, 172, 172),
                    new Problem(NAME, 0, "cannot be read as a zip: it unpacks to more than 512 MB"));
        }

        @Test
        void areNotTooLargeThemselves() throws IOException {
            var endless = new InputStream() {
                private int passed;

                @Override
                public int read() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int read(byte[] to, int offset, int length) {
                    assertThat(passed += length).isLessThan(70 << 20);
                    return length;
                }
            };
            var damage = catchThrowableOfType(
                    DamagedArchive.class,
                    () -> OnetArchive.read(
                            NAME, new SequenceInputStream(new ByteArrayInputStream(sample.zip()), endless)));
            assertThat(damage.problems())
                    .containsExactly(new Problem(NAME, 0, "cannot be read as a zip: it is larger than 64 MB"));
        }

        /** Files of so many MB of zeros, a thousandth of that once packed. */
        private byte[] bomb(String name, int... megabytes) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.setLevel(Deflater.BEST_SPEED);
                for (int i = 0; i < megabytes.length; i++) {
                    zip.putNextEntry(new ZipEntry(i + name));
                    for (int mb = 0; mb < megabytes[i]; mb++) {
                        zip.write(new byte[1 << 20]);
                    }
                }
            }
            return bytes.toByteArray();
        }
    }

    private void refused(String file, int row, String message) {
        refused(new Problem(file, row, message));
    }

    private void refused(Problem... problems) {
        refused(sample.zip(), problems);
    }

    private void refused(byte[] archive, Problem... problems) {
        var damage = catchThrowableOfType(DamagedArchive.class, () -> OnetSample.read(archive));
        assertThat(damage).as("the refusal").isNotNull();
        assertThat(damage.problems()).containsExactly(problems);
        assertThat(damage.total()).isEqualTo(problems.length);
    }

    private DamagedArchive refusal() {
        return catchThrowableOfType(DamagedArchive.class, sample::read);
    }
}

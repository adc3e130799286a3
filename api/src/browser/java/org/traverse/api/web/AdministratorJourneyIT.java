package org.traverse.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ada brings in a small archive of occupations, of which a damaged one is refused by file and row, and mends what is read. */
class AdministratorJourneyIT extends Journey {
    private static final String RATED =
            "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tRecommend Suppress\tNot Relevant\tDate\n";

    @Autowired
    private JdbcClient sql;

    @Test
    void importsAnArchiveThatPeopleThenCompareThemselvesWith() throws IOException {
        Page page = as("ada");
        page.navigate("/imports");
        isAccessible(page, "imports-none");
        upload(page, archive("4.50"));
        showsInTheEnd(page, () -> page.locator("#imports"), "Done");
        isAccessible(page, "imports");

        Page ewa = as("ewa");
        ewa.navigate("/career?q=lamplighters");
        link(ewa, "Lamplighters").click();
        assertThat(heading(ewa, "Lamplighters")).isVisible();
        assertThat(ewa.getByText("Watching the dusk")).isVisible();
        assertThat(ewa.getByText("USDOL/ETA").first()).isVisible();
        ewa.navigate("/career?q=echo");
        link(ewa, "Echo Guides").click();
        assertThat(ewa.getByText("No requirements known.").first()).isVisible();
        isAccessible(ewa, "career-unknown");
    }

    @Test
    void isToldWhichRowOfADamagedArchiveIsWrong() throws IOException {
        Page page = as("ada");
        page.navigate("/imports");
        upload(page, archive("often"));
        assertThat(page.getByText("Nothing was imported.")).isVisible();
        assertThat(row(page, "Skills.txt").first()).containsText("2");
        isAccessible(page, "imports-refused");
        complainedOnlyOf("/imports: Failed to load resource: the server responded with a status of 400");
    }

    @Test
    void makesAReadModelAnewWhileOthersReadIt() {
        Page page = as("ada");
        place(page, "Read models").click();
        button(page, "Rebuild Gig board").click();
        assertThat(item(page, "Gig board")).containsText("Rebuilt");
        isAccessible(page, "read-models");
        fitsTheScreen(page);
    }

    @Test
    void givesUpAnEventThatCannotBeHandled() {
        String stream = UUID.randomUUID().toString();
        sql.sql("""
                        insert into event (stream, sequence, number, aggregate, type, revision, identifier, at, metadata, payload)
                        values (?, 0, 1, 'Skill', 'skill.defined', '1', gen_random_uuid(), now(), '{}'::bytea, '{"id":"lost"}'::bytea)""").param(stream).update();
        Page page = as("ada");
        page.navigate("/parked-events");
        showsInTheEnd(page, () -> item(page, stream).first(), "skill-catalogue");
        var parked = item(page, "skill-catalogue");
        parked.getByText("What it says").click();
        assertThat(parked).containsText("\"lost\"");
        isAccessible(page, "parked-events");

        button(parked, "Try again").click();
        assertThat(page.getByText("1 failed again.")).isVisible();
        button(item(page, "skill-catalogue"), "Give up").click();
        assertThat(dialog(page)).isVisible();
        isAccessible(page, "parked-events-give-up");
        dialog(page).getByLabel("Reason").fill("Written by hand, and never meant.");
        button(dialog(page), "Give it up").click();
        assertThat(row(page, stream)).containsText("Written by hand");
        isAccessible(page, "parked-events-given-up");
        sql.sql("delete from parked_event where stream = ?").param(stream).update();
    }

    private static void upload(Page page, byte[] archive) {
        page.getByLabel("Archive", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload("db_0_2_text.zip", "application/zip", archive));
        button(page, "Check and import").click();
    }

    private static byte[] archive(String importance) throws IOException {
        var files = new TreeMap<>(Map.of(
                "Skills.txt",
                RATED
                        + rated("2.A.9", "Watching the dusk", "IM", importance)
                        + rated("2.A.9", "Watching the dusk", "LV", "4.25"),
                "Knowledge.txt",
                RATED + rated("2.C.9", "Wicks", "IM", "4.00") + rated("2.C.9", "Wicks", "LV", "3.5"),
                "Technology Skills.txt",
                "O*NET-SOC Code\tExample\tCommodity Code\n47-9999.01\tLongPole 3\t1\n",
                "Occupation Data.txt",
                "O*NET-SOC Code\tTitle\tDescription\n47-9999.01\tLamplighters\tLight lamps at dusk.\n"
                        + "39-9999.02\tEcho Guides\tLead walks to the best walls.\n"));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("db_0_2_text/" + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String rated(String id, String name, String scale, String value) {
        return "47-9999.01\t" + id + "\t" + name + "\t" + scale + "\t" + value + "\tN\tn/a\t01/2000\n";
    }
}

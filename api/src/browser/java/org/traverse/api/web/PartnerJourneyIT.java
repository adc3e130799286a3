package org.traverse.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Hanna plans moves for her units and adopts what she finds right. */
class PartnerJourneyIT extends Journey {
    private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(120_000);

    @Test
    void makesRunsAndAdoptsAPlan() {
        Page page = as("hanna");
        wantTheSamePeople(page, "Check the archive of 2020 by hand", "Check the archive of 2021 by hand");
        page.navigate("/plans");
        button(page, "Make the plan").click();
        assertThat(page.getByText("Choose at least one org unit.")).isVisible();
        isAccessible(page, "plans-refused");

        page.getByLabel("Name").fill("Spring in Digital and Data");
        page.locator("input[name=orgUnits]").first().check();
        button(page, "Make the plan").click();
        assertThat(heading(page, "Ready to run")).isVisible();
        isAccessible(page, "plan-new");

        button(page, "Run").click();
        assertThat(page.getByText("Stop and keep the best so far")).isVisible();
        assertThat(page.locator(".chart")).hasAttribute("data-ready", "true");
        isAccessible(page, "plan-running");
        assertThat(page.locator("dt:text('Seats filled') + dd"))
                .containsText(Pattern.compile("[1-9]\\d*\\s+of")); // until then there is no best to keep
        button(page, "Stop and keep the best so far").click();

        assertThat(page.locator("#result-h")).isVisible(PATIENTLY);
        assertThat(page.getByText(Pattern.compile("seats filled with a mean fit of")))
                .isVisible();
        assertThat(heading(page, "Seats that would stay empty")).isVisible();
        page.getByText(Pattern.compile("Its manager ranks this person number \\d+ of"))
                .first()
                .scrollIntoViewIfNeeded();
        isAccessible(page, "plan-result-ranked");
        page.locator(".proposals summary").first().click();
        isAccessible(page, "plan-result");
        decides(page);
        var first = page.locator(".proposals tbody tr").first();
        button(first, "Adopt").click();
        assertThat(page.getByText("Adopted: 1 offer on the way.")).isVisible();
        showsInTheEnd(page, () -> page.locator(".proposals tbody tr").first(), "Offer made");

        button(page, "Does it come out the same again?").click();
        assertThat(heading(page, "It comes out the same")).isVisible(PATIENTLY);
        isAccessible(page, "plan-replayed");
        isAccessibleOnAPhone(page, "phone-plan-replayed");
        page.goBack();
        page.getByText("Why is somebody not in it?").click();
        isAccessible(page, "plan-unplaced");
        isAccessibleOnAPhone(page, "phone-plan-unplaced");
        button(page, "Why not").first().click();
        assertThat(page.getByText("Answered", new Page.GetByTextOptions().setExact(true)))
                .isVisible(PATIENTLY);
        isAccessible(page, "plan-explained");
        isAccessibleOnAPhone(page, "phone-plan-explained");

        page.navigate("/plans");
        assertThat(row(page, "Spring in Digital and Data")).containsText("1 adopted");
        isAccessible(page, "plans");
    }

    private void decides(Page page) {
        button(page.locator(".proposals tbody tr").first(), "Keep").click();
        assertThat(page.getByText("Kept: the next run leaves this proposal as it is."))
                .isVisible();
        button(page.locator(".proposals tbody tr").nth(1), "Backfill first").click();
        assertThat(page.locator("#decided-h + ul")).containsText("only if somebody else takes the seat");
        button(page, "Move the two ticked together").click();
        assertThat(page.getByText("Tick proposals of two people who are to move together."))
                .isVisible();
        page.locator("input[name=proposal]").nth(0).check();
        page.locator("input[name=proposal]").nth(1).check();
        button(page, "Move the two ticked together").click();
        assertThat(page.locator("#decided-h + ul")).containsText("both get a seat or neither does");
        isAccessible(page, "plan-decided");
        assertThat(page.locator("#decided-h + ul li")).hasCount(3);
        for (var left = 3; left > 0; left--) {
            button(page.locator("#decided-h + ul li").first(), "Undo").click();
            assertThat(page.locator("#decided-h + ul li")).hasCount(left - 1);
        }
    }

    @Test
    void doesItOnAPhone() {
        Page page = onPhoneAs("hanna");
        page.navigate("/plans");
        fitsTheScreen(page);
        isAccessible(page, "phone-plans");
    }

    /** More seats than people, who have hours for one of them: the run looks for something better until it is stopped. */
    private static void wantTheSamePeople(Page page, String... titles) {
        for (String title : titles) {
            String gig = posted(page, "marc", "/api/gigs", """
                    {"title": "%s", "description": "Eight hours a week.", "hoursPerWeek": 8, "seats": 50,
                     "from": "%s", "to": "%s", "requirements": [{"skill": "SQL", "level": 3, "must": true}]}""".formatted(
                    title, LocalDate.now().plusDays(400), LocalDate.now().plusDays(420)));
            posted(page, "marc", "/api/gigs/" + gig + "/publish", "");
            var wanted = sent(page, "marc", "GET", "/api/gigs/" + gig + "/candidates?limit=20", "")
                    .path("items")
                    .valueStream()
                    .map(candidate -> candidate.path("employee"))
                    .toList();
            sent(page, "marc", "PUT", "/api/gigs/" + gig + "/ranking", "{\"people\":" + wanted + "}");
        }
    }
}

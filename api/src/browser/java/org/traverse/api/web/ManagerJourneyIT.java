package org.traverse.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Marc posts a gig; from there to the evidence it leaves on Ewa's profile. */
class ManagerJourneyIT extends Journey {
    @Test
    void postsWorkChoosesSomebodyAndCompletesIt() {
        String title = "Replay last winter's meter readings";
        Page marc = as("marc");
        marc.navigate("/postings/new");
        button(marc, "Publish").click();
        assertThat(marc.getByText("Nothing was saved.")).isVisible();
        assertThat(marc.getByText("Give it a title.").first()).isVisible();
        assertThat(marc.locator("#title")).isFocused();
        isAccessible(marc, "posting-form-refused");

        marc.locator("#title").fill(title);
        marc.locator("#description").fill("Load three months of readings again and compare what the two versions say.");
        marc.locator("#hoursPerWeek").fill("2");
        marc.locator("#skill-0").fill("Data quality");
        marc.locator("#level-0").selectOption("3");
        button(marc, "Add a skill").click();
        marc.locator(".req input").last().fill("Presenting");
        marc.locator(".req select[name=must]").last().selectOption(new SelectOption().setLabel("Nice to have"));
        assertThat(marc.locator("#reach")).containsText(Pattern.compile("(person|people) meets? every must-have"));
        marc.getByText("Place, clock, languages, topics and audience").click();
        marc.getByLabel("Place", new Page.GetByLabelOptions().setExact(true)).fill("Solberg");
        marc.getByLabel("It can be done from anywhere").check();
        marc.getByLabel("Languages it takes").fill("English B2");
        marc.getByLabel("What it is about").fill("data");
        assertThat(marc.locator("#reach")).containsText("every must-have and the terms");
        marc.setViewportSize(1440, 1500); // else some of it lies half under the frame
        isAccessible(marc, "posting-form");
        button(marc, "Publish").click();
        assertThat(heading(marc, title)).isVisible();
        assertThat(heading(marc, "Could do it")).isVisible();
        assertThat(marc.locator(".facts")).containsText("Solberg, or from anywhere");
        isAccessible(marc, "posting");
        ranks(marc);
        String gig = marc.url().replaceAll(".*/|#.*", "");

        Page ewa = as("ewa");
        ewa.navigate("/opportunities/" + gig);
        button(ewa, "Apply").click();
        button(ewa, "Send application").click();
        assertThat(ewa.getByText("Your application is sent.")).isVisible();

        marc.navigate("/postings/" + gig);
        showsInTheEnd(marc, () -> row(marc, "Ewa Nowak"), "Your answer is due");
        button(row(marc, "Ewa Nowak"), "Reject").click();
        assertThat(dialog(marc)).containsText("Nobody is turned down without one");
        isAccessible(marc, "reject");
        button(dialog(marc), "Keep for now").click();
        button(row(marc, "Ewa Nowak"), "Offer").click();
        showsInTheEnd(marc, () -> row(marc, "Ewa Nowak"), "Offered");

        ewa.navigate("/applications");
        showsInTheEnd(ewa, () -> item(ewa, title), "You are offered a seat");
        button(item(ewa, title), "Accept the offer").click();
        showsInTheEnd(ewa, () -> item(ewa, title), "You have the seat");

        marc.navigate("/postings");
        showsInTheEnd(marc, () -> item(marc, title), "Ewa Nowak");
        isAccessible(marc, "postings");
        button(item(marc, title), "Complete").click();
        dialog(marc).getByRole(AriaRole.TEXTBOX).fill("Careful, quick, and kind to the people who ask.");
        button(dialog(marc), "Complete").click();
        assertThat(marc.getByText("Completed. The skills now stand on their profile."))
                .isVisible();

        ewa.navigate("/skills");
        showsInTheEnd(ewa, () -> row(ewa, "Data quality"), "Completed gig: " + title);
        ewa.navigate("/applications");
        showsInTheEnd(ewa, () -> item(ewa, title), "Careful, quick, and kind");
    }

    private static void ranks(Page marc) {
        for (int number = 1; number <= 2; number++) {
            button(marc.locator(".candidates tbody tr:has(button:text('Rank'))").first(), "Rank")
                    .click();
            assertThat(marc.getByText("Ranked number " + number + ". They are not told."))
                    .isVisible();
        }
        assertThat(heading(marc, "Whom I want most")).isVisible();
        String second = marc.locator(".ranking strong").nth(1).innerText();
        button(marc.locator(".ranking li").nth(1), "Up").click();
        assertThat(marc.locator(".ranking strong").first()).hasText(second);
        assertThat(row(marc, second)).containsText("Ranked 1 of 2");
        fitsTheScreen(marc);
        isAccessible(marc, "posting-ranked");
    }

    @Test
    void comparesCandidatesSideBySide() {
        Page marc = as("marc");
        marc.navigate("/postings");
        marc.locator("tbody tr:has-text('Open') th a").first().click();
        var boxes = marc.locator("input[name=compare]");
        assertThat(boxes.nth(1)).isVisible();
        var form = boxes.first().getAttribute("form");
        var same = marc.locator("input[name=compare][form=" + form + "]");
        same.nth(0).check();
        same.nth(1).check();
        marc.locator("#" + form + " button").click();
        assertThat(heading(marc, "Side by side")).isVisible();
        isAccessible(marc, "compare");
    }

    @Test
    void doesItOnAPhone() {
        Page marc = onPhoneAs("marc");
        marc.navigate("/postings");
        fitsTheScreen(marc);
        isAccessible(marc, "phone-postings");
        marc.locator("tbody th a").first().click();
        fitsTheScreen(marc);
        isAccessible(marc, "phone-posting");
        marc.navigate("/postings/new");
        fitsTheScreen(marc);
        isAccessible(marc, "phone-posting-form");
    }
}

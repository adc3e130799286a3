package org.traverse.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Ewa looks for work, applies, answers an offer, and grows. */
class EmployeeJourneyIT extends Journey {
    private static final String OFFERED = "Check our imbalance forecasts against what happened";

    @Test
    void seesWhatFitsHerWithReasonsThatAddUp() {
        Page page = as("ewa");
        place(page, "Opportunities").click();
        assertThat(heading(page, "Opportunities for you")).isVisible();
        assertThat(page.locator(".detail .verdict").first()).isVisible();
        isAccessible(page, "opportunities");

        var points = page.locator(".detail .factor:not(.sum) .pts").allInnerTexts().stream()
                .mapToInt(text -> Integer.parseInt(text.split("/")[0].strip()))
                .sum();
        assertThat(page.locator(".detail .factor.sum .pts")).containsText(String.valueOf(points));
        assertThat(page.locator(".detail .ring")).hasAttribute("aria-label", "Match score " + points + " out of 100");
        assertThat(page.locator(".card[aria-current] .score")).containsText(String.valueOf(points));
    }

    @Test
    void narrowsTheListWithoutLosingHerPlace() {
        Page page = as("ewa");
        page.navigate("/opportunities");
        int all = page.locator(".card").count();
        page.getByLabel("All met").check();
        assertThat(page).hasURL(Pattern.compile("reach=met"));
        assertThat(page.getByLabel("All met")).isFocused();
        assertThat(page.locator(".card .because .no")).hasCount(0);
        assertThat(page.locator(".card").count()).isLessThan(all);

        page.locator("#q").pressSequentially("zzzz");
        assertThat(heading(page, "Nothing matches “zzzz”")).isVisible();
        assertThat(page.locator("#q")).isFocused();
        isAccessible(page, "opportunities-none");
    }

    @Test
    void appliesFollowsAndWithdraws() {
        Page page = as("ewa");
        page.navigate("/opportunities?reach=met");
        var card = page.locator(".card:not(:has-text('Waiting')):not(:has-text('Offer')):not(:has-text('Not chosen'))")
                .last();
        String title = card.locator(".title").innerText();
        card.click();
        assertThat(page.locator("#detail h2.h1")).hasText(title);
        assertThat(page.locator("#detail")).isFocused();
        button(page, "Apply").click();
        assertThat(dialog(page)).isVisible();
        isAccessible(page, "apply");
        page.getByLabel("A few words").fill("I would like to learn how this team works.");
        button(page, "Send application").click();
        assertThat(page.getByText("Your application is sent.")).isVisible();
        showsInTheEnd(page, () -> page.locator("#detail"), "owes you an answer by");

        place(page, "Applications").click();
        showsInTheEnd(page, () -> item(page, title), "owes you an answer by");
        isAccessible(page, "applications");
        button(item(page, title), "Withdraw").click();
        assertThat(page.getByText("Your application is withdrawn.")).isVisible();
        showsInTheEnd(page, () -> item(page, title), "You withdrew.");
    }

    @Test
    void acceptsAnOffer() {
        Page page = as("ewa");
        page.navigate("/applications");
        button(item(page, OFFERED), "Accept the offer").click();
        showsInTheEnd(page, () -> item(page, OFFERED), "You have the seat");
    }

    @Test
    void addsASkillAndIsToldWhatIsWrong() {
        Page page = as("ewa");
        page.navigate("/skills");
        assertThat(row(page, "Data quality")).containsText("Proficient (4)");
        page.getByLabel("Skill", new Page.GetByLabelOptions().setExact(true)).fill("No such skill");
        button(page, "Add to my profile").click();
        assertThat(page.getByText("No skill is called “No such skill”.")).isVisible();
        assertThat(page.getByText("Choose a level.")).isVisible();
        isAccessible(page, "skills-refused");

        page.locator("#skill").fill("Facilitation");
        page.getByLabel("2 Advanced beginner").check();
        button(page, "Add to my profile").click();
        showsInTheEnd(page, () -> row(page, "Facilitation"), "Your own word");
        isAccessible(page, "skills");
    }

    @Test
    void saysWhatSheWantsAndTakesHerselfOutOfMatching() {
        Page page = as("ewa");
        page.getByLabel("Your account").click();
        link(page, "My preferences").click();
        assertThat(heading(page, "My preferences")).isVisible();
        isAccessible(page, "preferences");
        page.getByLabel("Clock").fill("Atlantis");
        page.getByLabel("Languages").fill("Polish");
        page.getByLabel("Skill 4").fill("No such skill");
        button(page, "Save").click();
        assertThat(page.getByText("No time zone is called “Atlantis”.")).isVisible();
        assertThat(page.getByText("“Polish” is not understood.")).isVisible();
        assertThat(page.getByText("No skill is called “No such skill”.")).isVisible();
        isAccessible(page, "preferences-refused");

        page.getByLabel("Clock").fill("stockholm");
        page.getByLabel("Languages").fill("Polish C2, English C1");
        page.getByLabel("Skill 4").fill("Facilitation");
        button(page, "Save").click();
        assertThat(page.getByText("Saved.")).isVisible();
        assertThat(page.getByLabel("Clock")).hasValue("Europe/Stockholm");
        assertThat(page.getByLabel("Languages")).hasValue("English C1, Polish C2");
        assertThat(page.getByLabel("Skill 4")).hasValue("Facilitation");

        page.navigate("/opportunities?q=switching+glossary");
        page.locator(".card").first().click();
        assertThat(page.locator("#detail").getByText("German at B2 is asked for."))
                .isVisible();
        isAccessible(page, "opportunity-of-another-language");

        page.navigate("/preferences");
        button(page, "Take me out of matching").click();
        assertThat(page.getByText("You have been out of matching since")).isVisible();
        isAccessible(page, "preferences-out");
        page.navigate("/opportunities");
        assertThat(page.locator(".card").first()).isVisible();

        Page phone = onPhoneAs("ewa");
        phone.navigate("/preferences");
        fitsTheScreen(phone);
        isAccessible(phone, "phone-preferences");
        button(phone, "Match me again").click();
        assertThat(phone.getByText("You are matched again.")).isVisible();
        fitsTheScreen(phone);
    }

    @Test
    void ranksWhatSheWantsMost() {
        Page page = as("ewa");
        page.navigate("/preferences");
        removesAll(page, 3);
        assertThat(page.getByText("Nothing yet.")).isVisible();
        page.navigate("/opportunities?reach=met");
        var titles = page.locator(".card .title").allInnerTexts().subList(0, 3);
        for (int number = 1; number <= 3; number++) {
            page.navigate("/opportunities?reach=met");
            page.locator(".card").nth(number - 1).click();
            assertThat(page.locator("#detail h2.h1")).hasText(titles.get(number - 1));
            if (number == 3) {
                isAccessible(page, "opportunity-to-rank");
            }
            button(page, "Rank among my wishes").click();
            assertThat(page.getByText("Ranked number " + number + " among your wishes."))
                    .isVisible();
        }
        isAccessible(page, "opportunity-ranked");
        link(page, "Your wish 3 of 3").click();
        assertThat(page.locator(".ranking strong")).hasText(titles.toArray(String[]::new));
        button(page.locator(".ranking li").nth(2), "Up").click();
        assertThat(page.locator(".ranking strong").nth(1)).hasText(titles.get(2));
        button(page.locator(".ranking li").nth(0), "Down").click();
        assertThat(page.locator(".ranking strong").nth(0)).hasText(titles.get(2));
        page.locator("#ranked").scrollIntoViewIfNeeded();
        isAccessible(page, "preferences-ranked");

        Page phone = onPhoneAs("ewa");
        phone.navigate("/opportunities");
        phone.locator(".card").last().click();
        assertThat(phone.locator("#detail h2.h1")).isVisible();
        fitsTheScreen(phone);
        isAccessible(phone, "phone-opportunity-to-rank");
        phone.navigate("/preferences");
        phone.setViewportSize(390, 2600); // else some of it lies half under the frame
        fitsTheScreen(phone);
        isAccessible(phone, "phone-preferences-ranked");
        removesAll(phone, 3);
    }

    private static void removesAll(Page page, int ranked) {
        for (int left = ranked; left > 0; left--) {
            assertThat(page.locator(".ranking li")).hasCount(left);
            button(page.locator(".ranking li").first(), "Remove").click();
        }
        assertThat(page.locator(".ranking li")).hasCount(0);
    }

    @Test
    void findsTheLearningThatClosesAGap() {
        Page page = as("ewa");
        page.navigate("/career");
        page.getByLabel("Find a role").pressSequentially("lead data");
        link(page, "Lead data engineer").click();
        assertThat(heading(page, "Lead data engineer")).isVisible();
        assertThat(page.getByText("needs").first()).isVisible();
        isAccessible(page, "career");
        var enrol = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Enrol")));
        enrol.first().click();
        assertThat(page.getByText("You are enrolled.")).isVisible();
        assertThat(page.getByText("Mark as completed").first()).isVisible();
    }

    @Test
    void plansTheLearningForARole() {
        Page page = as("ewa");
        page.navigate("/career?q=lead+data");
        link(page, "Lead data engineer").click();
        link(page, "Plan the learning").click();
        assertThat(heading(page, "What to do when")).isVisible();
        assertThat(page.getByText("Proven: no other choice")).isVisible();
        isAccessible(page, "learning-plan");
        page.getByLabel("Hours a week").fill("0");
        button(page, "Plan again").click();
        assertThat(page.getByText("Say a number of hours from 1 to 40.")).isVisible();
        isAccessible(page, "learning-plan-refused");
        page.getByLabel("Hours a week").fill("2");
        page.getByLabel("Budget, EUR").fill("1000");
        page.getByLabel("the one that costs less").check();
        button(page, "Plan again").click();
        assertThat(page.getByText("EUR").first()).isVisible();
        assertThat(page.getByText("none that closes as much costs less")).isVisible();
        assertThat(page.getByLabel("the one that costs less")).isChecked();
        fitsTheScreen(page);
    }

    @Test
    void findsAPathToARoleOverOthers() {
        Page page = as("ewa");
        page.navigate("/career?q=solution");
        link(page, "Solution architect").click();
        link(page, "Find a path").click();
        assertThat(heading(page, "Paths to Solution architect")).isVisible();
        assertThat(page.locator(".route .goal").first()).containsText("Solution architect");
        assertThat(page.getByText("Proven: under what is assumed, no other path is faster."))
                .isVisible();
        isAccessible(page, "career-paths");
        link(page, "Most travelled").click();
        assertThat(page.getByText("moves are known yet")).isVisible();
        isAccessible(page, "career-paths-most-travelled");
        page.getByLabel("Hours of study a week").fill("0");
        button(page, "Show paths").click();
        assertThat(page.getByText("Say a number of hours from 1 to 40.")).isVisible();
        isAccessible(page, "career-paths-refused");

        Page phone = onPhoneAs("ewa");
        phone.navigate(page.url().replaceAll("hours=0", "hours=2"));
        assertThat(phone.locator(".route .goal").first()).isVisible();
        fitsTheScreen(phone);
        isAccessible(phone, "phone-career-paths");
        phone.locator(".path summary").nth(1).press("Enter");
        assertThat(phone.locator(".route .goal").nth(1)).isVisible();
    }

    @Test
    void doesAllOfItOnAPhone() {
        Page page = onPhoneAs("ewa");
        page.navigate("/opportunities");
        assertThat(page.locator("#detail")).isHidden();
        fitsTheScreen(page);
        isAccessible(page, "phone-opportunities");
        page.locator(".card").first().click();
        assertThat(page.locator("#detail h2.h1")).isVisible();
        assertThat(page.locator("#browse")).isHidden();
        fitsTheScreen(page);
        isAccessible(page, "phone-opportunity");
        page.navigate("/career?q=lead+data");
        link(page, "Lead data engineer").click();
        link(page, "Plan the learning").click();
        assertThat(heading(page, "What to do when")).isVisible();
        fitsTheScreen(page);
        isAccessible(page, "phone-learning-plan");
        for (String path : new String[] {"/applications", "/skills", "/career", "/how-matching-works"}) {
            page.navigate(path);
            fitsTheScreen(page);
            isAccessible(page, "phone" + path.replace('/', '-'));
        }
    }

    @Test
    void isShownNothingThatIsNotHers() {
        Page page = as("ewa");
        for (String path : new String[] {"/postings", "/plans", "/imports"}) {
            assertThat(page.request().get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(page.request().get("/nowhere").status()).isEqualTo(404);
    }
}

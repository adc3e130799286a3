package org.traverse.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person with a browser in the demo company. Compiled and run only with {@code -Pbrowser}, two at a time: half of a
 * journey is waiting.
 */
@TestInstance(Lifecycle.PER_CLASS)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // A run ends when somebody stops it, however long a slow machine takes to look at it.
        properties = {"traverse.matching.longest-run=10m", "traverse.matching.unimproved=10m"})
abstract class Journey {
    private static final Path PICTURES = Path.of("target/pictures");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final ViewportSize DESK = new ViewportSize(1440, 900);
    private static final ViewportSize PHONE = new ViewportSize(390, 844);

    /** One company for all journeys of a run, so that it is made only once. */
    private static final Supplier<Object> HOME = new Supplier<>() {
        private Path folder;

        @Override
        public synchronized Object get() {
            try {
                folder = folder == null ? Files.createTempDirectory(Path.of("target"), "journeys-") : folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return folder.toString();
        }
    };

    private Playwright playwright;
    private Browser browser;

    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void inAFolderOfItsOwn(DynamicPropertyRegistry properties) {
        properties.add("traverse.home", HOME);
    }

    @BeforeAll
    void openBrowser() {
        Path chromium = Chromium.executable();
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium)
                        .setChromiumSandbox(Chromium.mayUseItsSandbox())
                        .setArgs(List.of("--disable-gpu", "--disable-dev-shm-usage")));
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
        playwright.close();
    }

    @AfterEach
    void nothingWentWrongInTheConsole() {
        open.forEach(BrowserContext::close);
        open.clear();
        assertThat(complaints).as("what the browser's console says").isEmpty();
    }

    /** Chromium writes every refusal of a page into its console; this one, and no other, is meant. */
    void complainedOnlyOf(String words) {
        assertThat(complaints).singleElement().asString().contains(words);
        complaints.clear();
    }

    /** Signed in with one tap, on a desk. */
    Page as(String user) {
        return as(user, DESK.width, DESK.height);
    }

    Page onPhoneAs(String user) {
        return as(user, PHONE.width, PHONE.height);
    }

    private Page as(String user, int width, int height) {
        var context = browser.newContext(new NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(width, height)
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(60_000);
        open.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(user + " at " + page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(user + " at " + page.url() + ": " + error));
        page.navigate("/login");
        button(page, user).click();
        assertThat(page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main")))
                .isVisible();
        return page;
    }

    /** By a program, over REST; what it made has this id, if it made something. */
    static String posted(Page page, String user, String path, String json) {
        return sent(page, user, "POST", path, json).path("id").asString("");
    }

    /** By a program, over REST. */
    static JsonNode sent(Page page, String user, String method, String path, String json) {
        var answer = page.request()
                .fetch(
                        path,
                        RequestOptions.create()
                                .setMethod(method)
                                .setHeader("Authorization", "Basic " + HttpHeaders.encodeBasicAuth(user, "demo", null))
                                .setHeader("Content-Type", "application/json")
                                .setData(json));
        assertThat(answer.ok()).as(path + ": " + answer.text()).isTrue();
        return JsonMapper.shared().readTree(answer.text());
    }

    /** Looked at by axe and kept as a picture, in both themes, which differ in nothing but colours. */
    static void isAccessible(Page page, String picture) {
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            var axe = new AxeBuilder(page);
            var rules = theme == ColorScheme.LIGHT ? axe.withTags(WCAG) : axe.withRules(List.of("color-contrast"));
            var found = rules.analyze().getViolations();
            assertThat(found.stream().map(rule -> rule.getId() + " " + rule.getNodes()))
                    .as(picture + " in " + theme)
                    .isEmpty();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(
                            picture + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png")));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** The same of a page that was opened on a desk. */
    static void isAccessibleOnAPhone(Page page, String picture) {
        page.setViewportSize(PHONE.width, PHONE.height);
        fitsTheScreen(page);
        isAccessible(page, picture);
        page.setViewportSize(DESK.width, DESK.height);
    }

    /** Nothing runs out of the screen sideways. */
    static void fitsTheScreen(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("pixels too wide: " + page.url())
                .isLessThanOrEqualTo(0);
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    static Locator dialog(Page page) {
        return page.locator("dialog[open]");
    }

    /** In the navigation. */
    static Locator place(Page page, String name) {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    /** What others did, or what is done in the background, shows when one looks again. */
    static void showsInTheEnd(Page page, Supplier<Locator> where, String words) {
        for (int looks = 0; looks < 20 && !shows(where.get(), words); looks++) {
            page.waitForTimeout(500);
            page.reload();
        }
        assertThat(where.get()).containsText(words);
    }

    private static boolean shows(Locator where, String words) {
        return where.count() > 0 && where.first().innerText().contains(words);
    }

    static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    static Locator row(Page page, String words) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(words));
    }

    static Locator item(Page page, String words) {
        return page.locator("ul.lines > li", new Page.LocatorOptions().setHasText(words));
    }
}

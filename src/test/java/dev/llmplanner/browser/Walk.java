package dev.llmplanner.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks through every view in one language, with a browser of its own, and collects what is wrong and what is seen. */
final class Walk {
    /** A phone, 400 % of a screen of 1440; a tablet; a laptop. These are photographed. */
    static final List<Integer> WIDTHS = List.of(360, 768, 1440);
    private static final int HEIGHT = 1000;
    /** 200 % of a screen of 1440. */
    private static final int DOUBLED = 720;
    private static final int WIDE = 3840;
    private static final int WIDE_HEIGHT = 2160;
    /** Of the page's height, so that what sticks has to let see what has the focus. */
    private static final int LOW = 700;
    private static final List<ColorScheme> THEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final List<Reading> SEEN = List.of(Reading.SIDEWAYS, Reading.LINES, Reading.TARGETS);
    private static final int REDRAWN_MILLISECONDS = 120;

    /** Whether each question is asked at each width, in each language and theme; else where its answer differs most. */
    private static final boolean THOROUGH = Boolean.getBoolean("views.thorough");

    private final String locale;
    private final Map<Reading, List<String>> found = new EnumMap<>(Reading.class);
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private final List<String> axe = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private String fonts = "";

    Walk(String locale) {
        this.locale = locale;
    }

    List<String> found(Reading reading) {
        return found.getOrDefault(reading, List.of());
    }

    /** What axe names, with the view and its theme. */
    List<String> axe() {
        return axe;
    }

    /** Console messages and uncaught errors. */
    List<String> messages() {
        return messages;
    }

    /** Screens of each view, by its name and the language. */
    Map<String, Sheet> sheets() {
        return sheets;
    }

    /** How wide the letters of this machine's fonts are. */
    String fonts() {
        return fonts;
    }

    /**
     * Visits the views.
     *
     * @param asks whether anything is asked; else only photographs are taken
     */
    void walk(List<View> views, boolean asks) {
        try (Playwright playwright = BrowserExtension.playwright(); Browser browser = BrowserExtension.launch(playwright);
                BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale(locale)
                        .setReducedMotion(ReducedMotion.REDUCE).setDeviceScaleFactor(1).setAcceptDownloads(false))) {
            for (View view : views) {
                Page page = context.newPage();
                page.onConsoleMessage(message -> messages.add(view.name() + ": " + message.text()));
                page.onPageError(error -> messages.add(view.name() + ": " + error));
                try {
                    visit(view, asks, page);
                } catch (PlaywrightException e) {
                    messages.add(view.name() + " can't be walked: " + e.getMessage());
                }
                page.close();
            }
        }
    }

    private void visit(View view, boolean asks, Page page) {
        page.setViewportSize(1440, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        view.open(page);
        if (fonts.isEmpty()) {
            fonts = Fonts.of(page);
        }
        List<byte[]> screens = new ArrayList<>();
        for (int width : widths(view, asks)) {
            page.setViewportSize(width, width == WIDE ? WIDE_HEIGHT : HEIGHT);
            View.calm(page, REDRAWN_MILLISECONDS);
            for (Reading reading : asks && (THOROUGH || width != 768) ? SEEN : List.<Reading>of()) {
                ask(reading, view, width, page);
            }
            if (view.main() && WIDTHS.contains(width)) {
                photograph(page, screens);
            }
        }
        if (view.main()) {
            sheets.put(view.name() + "-" + locale.substring(0, 2), Sheet.of(screens));
        }
        if (asks) {
            work(view, page);
        }
    }

    private static List<Integer> widths(View view, boolean asks) {
        if (asks && THOROUGH) {
            return view.main() ? List.of(360, DOUBLED, 768, 1440, WIDE) : List.of(360, 1440);
        }
        return view.main() ? WIDTHS : List.of(360);
    }

    private void work(View view, Page page) {
        page.setViewportSize(1440, LOW);
        boolean english = locale.startsWith("en");
        // Colours are the same in both languages.
        for (ColorScheme theme : THOROUGH || english ? THEMES : List.of(ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            Accessibility.violations(page, theme == ColorScheme.LIGHT).forEach(each -> axe.add(view.name() + " " + theme + " " + each));
        }
        if (THOROUGH || english) {
            ask(Reading.KEYBOARD, view, 1440, page);
        }
        if (view.main() && english) {
            ask(Reading.FOCUS, view, 1440, page);
        }
    }

    private void photograph(Page page, List<byte[]> screens) {
        page.evaluate("scrollTo(0, 0)");
        for (ColorScheme theme : THEMES) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            screens.add(page.screenshot(new Page.ScreenshotOptions().setType(ScreenshotType.JPEG).setQuality(90)
                    .setAnimations(ScreenshotAnimations.DISABLED)));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void ask(Reading reading, View view, int width, Page page) {
        reading.of(page).forEach(each -> found.computeIfAbsent(reading, key -> new ArrayList<>())
                .add(view.name() + " " + locale + " " + width + ": " + each));
    }
}

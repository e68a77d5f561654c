package dev.llmplanner.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every view in every state, in both languages and themes, from a phone to 4K: one walk for each language, both at once.
 *
 * <p>{@code -Dscreenshots.update=true} approves the screens as they are: look at them. {@code -Dviews=plan,models} walks through
 * these alone; {@code -Dviews.thorough=true} asks each question at five widths, in both languages and themes.
 */
class EveryViewIT {
    private static final Path APPROVED = Path.of("src/test/approved/screens");
    private static final Path LEFT = Path.of("target/screens");
    private static final String FONTS = "fonts.txt";
    private static final boolean UPDATE = Boolean.getBoolean("screenshots.update");
    private static final List<Walk> WALKS = List.of(new Walk("en-US"), new Walk("zh-CN"));

    @BeforeAll
    static void walk() throws Exception {
        List<String> chosen = List.of(System.getProperty("views", "").split(","));
        List<View> views = Stream.concat(View.MAIN.stream(), UPDATE ? Stream.empty() : View.STATES.stream())
                .filter(view -> chosen.get(0).isEmpty() || chosen.contains(view.name())).toList();
        ExecutorService both = Executors.newFixedThreadPool(WALKS.size());
        List<Future<?>> ends = new ArrayList<>();
        for (Walk walk : WALKS) {
            ends.add(both.submit(() -> walk.walk(views, !UPDATE)));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        both.shutdown();
    }

    /** Sideways, lines, targets; what the keyboard reaches is seen; the focus stays somewhere. */
    @ParameterizedTest
    @EnumSource(Reading.class)
    void everyViewCanBeReadAndWorkedEverywhere(Reading reading) {
        assertThat(WALKS.stream().flatMap(walk -> walk.found(reading).stream())).isEmpty();
    }

    @Test
    void axeFindsNothingInAnyStateOrTheme() {
        assertThat(WALKS.stream().flatMap(walk -> walk.axe().stream())).isEmpty();
    }

    @Test
    void everyViewIsDrawnWithoutAMessage() {
        assertThat(WALKS.stream().flatMap(walk -> walk.messages().stream())).isEmpty();
    }

    @Test
    void everyViewLooksAsApproved() throws IOException {
        String fonts = WALKS.get(0).fonts();
        if (UPDATE) {
            Files.createDirectories(APPROVED);
            Files.writeString(APPROVED.resolve(FONTS), fonts + "\n");
            WALKS.forEach(walk -> walk.sheets().forEach((name, sheet) -> sheet.write(APPROVED.resolve(name + ".png"))));
            return;
        }
        assumeTrue(Files.exists(APPROVED.resolve(FONTS)),
                "Screens are not compared: none are approved yet; -Dscreenshots.update=true approves them");
        String approved = Files.readString(APPROVED.resolve(FONTS)).strip();
        assumeTrue(fonts.equals(approved), "Screens are not compared: they were approved with " + Fonts.NEEDED
                + ", whose sample is " + approved + " px wide; here it is " + fonts);
        List<String> different = new ArrayList<>();
        WALKS.forEach(walk -> walk.sheets().forEach((name, sheet) -> compare(name, sheet, different)));
        assertThat(different).as("see " + LEFT + "; -Dscreenshots.update=true approves what is right").isEmpty();
    }

    private static void compare(String name, Sheet sheet, List<String> different) {
        Path file = APPROVED.resolve(name + ".png");
        if (!Files.exists(file)) {
            sheet.write(LEFT.resolve(name + ".png"));
            different.add(name + " was never approved");
            return;
        }
        Sheet approved = Sheet.read(file);
        if (!sheet.looksLike(approved)) {
            sheet.write(LEFT.resolve(name + ".png"));
            sheet.marked(approved).write(LEFT.resolve(name + "-difference.png"));
            different.add(name + ": " + Math.round(sheet.differing(approved) * 1000) / 10.0 + " % of it differs");
        }
    }
}

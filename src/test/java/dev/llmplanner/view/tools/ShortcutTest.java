package dev.llmplanner.view.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.support.Application;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.app.PlannerProgram;
import dev.llmplanner.view.history.Dialogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help names every key that means something, and no other. */
class ShortcutTest {
    private static final Pattern KEY = Pattern.compile("\"((?:Arrow|Page)[A-Z][a-z]+|Home|End|Enter|Escape)\"");
    private static final Set<String> LISTED = Arrays.stream(Shortcut.values())
            .flatMap(shortcut -> shortcut.keys().stream()).collect(Collectors.toCollection(TreeSet::new));

    @Test
    void everyPlainKeyThatAPageAnswersIsListedAndTheOtherWayRound() {
        PlannerProgram program = new PlannerProgram(Application.RESOURCES);
        Set<String> answered = new TreeSet<>();
        for (Route.Place place : Route.Place.values()) {
            Application application = Application.open(place.isRecord() || place == Route.Place.GUIDE ? place.code() + "/x" : place.code());
            for (char c = ' '; c < 127; c++) {
                if (program.keyPressed(application.state(), String.valueOf(c)).isPresent()) {
                    answered.add(String.valueOf(c));
                }
            }
        }

        assertThat(answered).isEqualTo(LISTED.stream().filter(key -> key.length() == 1)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyNamedKeyThatAnElementAnswersIsListed() throws IOException {
        Set<String> answered = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/llmplanner/view"))) {
            for (Path source : sources.filter(path -> path.toString().endsWith(".java") && !path.endsWith("Shortcut.java")).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(source));
                while (matcher.find()) {
                    answered.add(matcher.group(1));
                }
            }
        }

        assertThat(LISTED).containsAll(answered);
        assertThat(answered).contains("ArrowDown", "Enter", "Escape");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theDialogShowsThemAll(String language) {
        Application application = Application.open("guides", language);
        application.press("?");

        for (Shortcut shortcut : Shortcut.values()) {
            assertThat(application.textOf(Dialogs.HELP))
                    .contains(application.state().speech().say("shortcut." + shortcut.code()));
        }
        assertThat(application.textOf(Dialogs.HELP)).contains("Ctrl+Z", "Ctrl+Shift+Z", "←");
    }
}

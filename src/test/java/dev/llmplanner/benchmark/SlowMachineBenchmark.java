package dev.llmplanner.benchmark;

import dev.llmplanner.browser.BrowserExtension;
import dev.llmplanner.browser.DistPages;
import dev.llmplanner.browser.SlowMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The page on a processor four times slower than this one: when it answers, how far it moves, how long its longest task takes
 * on input. Prints, and asserts nothing: see docs/performance.md for the command.
 */
@ExtendWith(BrowserExtension.class)
class SlowMachineBenchmark {

    @Test
    void printsWhatASlowMachineTakes(DistPages pages) throws IOException {
        StringBuilder table = new StringBuilder(SlowMachine.firstLoad(pages));
        table.append(SlowMachine.input(pages, "", "field-in", "2048", "4096", "8192"));
        table.append(SlowMachine.input(pages, "#handover", "entry-replicas", "2", "3", "4"));
        table.append(SlowMachine.input(pages, "#models", "search", "q", "qw", "qwen", ""));
        table.append(SlowMachine.input(pages, "#hardware", "search", "h", "h2", "h200", ""));
        table.append(SlowMachine.input(pages, "#plan", "entry-in", "2048", "3000", "4096"));
        table.append(SlowMachine.input(pages, "#validator", "entry-in", "2048", "3000", "4096"));
        table.append(SlowMachine.input(pages, "#matrix", "entry-in", "2048", "3000", "4096"));
        System.out.print(table);
        Files.writeString(Path.of("target/slow-machine.txt"), table);
    }
}

package dev.llmplanner.benchmark;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.llmplanner.browser.BrowserExtension;
import dev.llmplanner.browser.DistPages;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The same cases on the JVM, by JMH, and in Chromium, at one and at ten times the models, as ratios to each other and to the
 * roof: as many evaluations as a case needs, each at the time of one alone. Prints, and asserts nothing: see
 * docs/performance.md for the command.
 */
@ExtendWith(BrowserExtension.class)
class RoofBenchmark {
    private static final int OPENINGS = 7;
    private static final int FILTER_ROUNDS = 1;
    private static final List<String> ON_THE_ROOF = List.of(SpeedCases.ESTIMATE, SpeedCases.SEARCH, SpeedCases.MATRIX);

    /** @param units evaluations that it takes, or models that it reads */
    private record Time(double milliseconds, double units) {}

    /** Times a case after it is warm. */
    private static final String MEASURE = """
            name => {
              const long = milliseconds => {
                const from = performance.now();
                let count = 0, units;
                do { units = run(name); count++; } while (performance.now() - from < milliseconds || count < 3);
                return [(performance.now() - from) / count, units];
              };
              long(2000);
              return long(2000);
            }""";

    @Test
    void printsTimesAndRatios(DistPages pages) throws IOException, InterruptedException, RunnerException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Page page = pages.openBlank(new Browser.NewContextOptions());
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(
                CompiledScript.of("dev.llmplanner.browser.SpeedScript", "speed.js")));
        Map<String, Double> jvm = jvm();
        Map<String, Time> chromium = new LinkedHashMap<>();
        for (int times : new int[] {1, ManyModels.TIMES}) {
            page.evaluate("([bundle, prices, requests, times]) => read(JSON.parse(bundle), JSON.parse(prices), JSON.parse(requests), times)",
                    new Object[] {JacksonJson.compact(TestCatalog.bundle()), JacksonJson.compact(TestCatalog.prices()),
                        SpeedCases.REQUESTS, times});
            for (String name : SpeedCases.NAMES) {
                List<?> time = (List<?>) page.evaluate(MEASURE, name);
                chromium.put(name + times, new Time(number(time, 0), number(time, 1)));
            }
            chromium.put(PageCases.PAINT + times, new Time(painted(pages, times), times));
            ModelsBenchmark.Result filter = ModelsBenchmark.measure(pages, times == 1 ? "" : ManyModels.SCRIPT, FILTER_ROUNDS);
            chromium.put(PageCases.FILTER + times, new Time(filter.redrawn(), filter.models()));
        }
        String text = machine(page, load) + table(jvm, chromium);
        System.out.print(text);
        Files.writeString(Path.of("target/roof.txt"), text);
    }

    private static Map<String, Double> jvm() throws RunnerException {
        Map<String, Double> times = new LinkedHashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder().include(JvmSpeed.class.getName()).shouldFailOnError(true).build()).run()) {
            times.put(result.getParams().getParam("name") + result.getParams().getParam("times"),
                    result.getPrimaryResult().getScore());
        }
        return times;
    }

    private static String machine(Page page, double load) throws IOException {
        String cpu = System.getProperty("os.arch");
        Path info = Path.of("/proc/cpuinfo");
        if (Files.exists(info)) {
            cpu = Files.readAllLines(info).stream().filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2)).findFirst().orElse(cpu);
        }
        return "%s, %d cores, load %.1f; %s %s; Chromium %s.%n%n".formatted(cpu, Runtime.getRuntime().availableProcessors(), load,
                System.getProperty("java.vm.name"), System.getProperty("java.vm.version"),
                page.context().browser().version());
    }

    private static String table(Map<String, Double> jvm, Map<String, Time> chromium) {
        StringBuilder table = new StringBuilder("| case | evaluations | JVM | Chromium | Chromium ÷ JVM | JVM ÷ roof | Chromium ÷ roof"
                + " | 10×: JVM | 10×: Chromium |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        double roofJvm = jvm.get(SpeedCases.EVALUATION + 1);
        double roofChromium = chromium.get(SpeedCases.EVALUATION + 1).milliseconds();
        chromium.keySet().stream().filter(key -> !key.endsWith(String.valueOf(ManyModels.TIMES))).forEach(key -> {
            String name = key.substring(0, key.length() - 1);
            Time one = chromium.get(name + 1);
            double on = jvm.get(name + 1);
            boolean roof = ON_THE_ROOF.contains(name);
            table.append("| %s | %s | %s | %s | %.2f | %s | %s | %.2f | %.2f |%n".formatted(name,
                    roof ? "%,.0f".formatted(one.units()) : "–",
                    milliseconds(on), milliseconds(one.milliseconds()), one.milliseconds() / on,
                    roof ? "%.2f".formatted(on / (one.units() * roofJvm)) : "–",
                    roof ? "%.2f".formatted(one.milliseconds() / (one.units() * roofChromium)) : "–",
                    jvm.get(name + ManyModels.TIMES) / on, chromium.get(name + ManyModels.TIMES).milliseconds() / one.milliseconds()));
        });
        return table.toString();
    }

    private static String milliseconds(double value) {
        return value < 1 ? "%.4f ms".formatted(value) : value < 100 ? "%.2f ms".formatted(value) : "%.0f ms".formatted(value);
    }

    /** From navigation to the first contentful paint, the median. */
    private static double painted(DistPages pages, int times) {
        double[] all = new double[OPENINGS];
        for (int i = 0; i < OPENINGS; i++) {
            Page page = pages.openBlank(new Browser.NewContextOptions().setLocale("en-US"));
            if (times > 1) {
                page.addInitScript(ManyModels.SCRIPT);
            }
            page.navigate(DistPages.DIST.resolve("index.html").toUri().toString());
            all[i] = ((Number) page.waitForFunction("""
                    () => performance.getEntriesByName('planner-interactive').length
                        && performance.getEntriesByName('first-contentful-paint')[0]?.startTime""").jsonValue()).doubleValue();
            page.context().close();
        }
        Arrays.sort(all);
        return all[OPENINGS / 2];
    }

    private static double number(List<?> values, int place) {
        return ((Number) values.get(place)).doubleValue();
    }
}

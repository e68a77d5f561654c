package dev.llmplanner.benchmark;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The cases on the JVM, by JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class JvmSpeed {

    @Param({SpeedCases.EVALUATION, SpeedCases.ESTIMATE, SpeedCases.SEARCH, SpeedCases.CATALOG, SpeedCases.MATRIX,
        PageCases.PAINT, PageCases.FILTER})
    public String name;

    /** How often each model stands in the catalog. */
    @Param({"1", "10"})
    public int times;

    private SpeedCases cases;
    private PageCases pages;

    @Setup
    public void read() {
        if (PageCases.NAMES.contains(name)) {
            pages = new PageCases(times);
        } else {
            cases = new SpeedCases(TestCatalog.bundle(), TestCatalog.prices(),
                    (JsonObject) JacksonJson.parse(SpeedCases.REQUESTS), times);
        }
    }

    @Benchmark
    public double once() {
        return pages == null ? cases.run(name) : pages.run(name);
    }
}

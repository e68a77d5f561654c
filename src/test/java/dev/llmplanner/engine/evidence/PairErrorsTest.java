package dev.llmplanner.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.catalog.MeasuredRow;
import dev.llmplanner.catalog.MeasuredRowsReader;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Measurements that lie near each other err alike: the table of {@code docs/model/evidence.md}. */
class PairErrorsTest {
    private static final double[] BOUNDS = {0, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 100};
    /** Pairs of distant rows differ by this much more, at least, than pairs whose errors are alike. */
    private static final double ALIKE = 0.9;
    private static final String HEAD = "|---|--:|--:|--:|\n";
    private static final Path PAGE = Path.of("docs/model/evidence.md");

    /** A row's setting and how far its estimates lie from it. */
    private record Point(Coordinates place, double tpot, double ttft) {}

    @Test
    void errorsOfPairsDifferTheMoreTheFartherTheyLieApart() throws IOException {
        List<Point> points = points();
        List<List<Double>> tpot = pairs(points, Point::tpot);
        List<List<Double>> ttft = pairs(points, Point::ttft);
        StringBuilder table = new StringBuilder();
        for (int bin = 0; bin < tpot.size(); bin++) {
            table.append(String.format(Locale.ROOT, "| %s | %,d | %.3f | %.3f |\n",
                    name(bin), tpot.get(bin).size(), median(tpot.get(bin)), median(ttft.get(bin))));
        }
        System.out.println(table);

        String page = Files.readString(PAGE);
        int from = page.indexOf(HEAD) + HEAD.length();
        String updated = page.substring(0, from) + table + page.substring(page.indexOf("\n\n", from) + 1);
        if (Boolean.getBoolean("goldens.update")) {
            Files.writeString(PAGE, updated);
        }

        assertThat(alikeUpTo(tpot)).as("TPOT").isEqualTo(Distance.NEAR);
        assertThat(alikeUpTo(ttft)).as("TTFT").isEqualTo(Distance.NEAR_TTFT);
        assertThat(Files.readString(PAGE)).as("-Dgoldens.update=true writes it anew").isEqualTo(updated);
    }

    /** The distance up to which errors grow apart, and are a tenth more alike than those of distant rows. */
    private static double alikeUpTo(List<List<Double>> bins) {
        double distant = ALIKE * median(bins.get(bins.size() - 1));
        int bin = 0;
        while (median(bins.get(bin)) <= distant && (bin == 0 || median(bins.get(bin)) > median(bins.get(bin - 1)))) {
            bin++;
        }
        return BOUNDS[bin];
    }

    private static List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (MeasuredRow row : MeasuredRowsReader.read(TestCatalog.evidence(), TestCatalog.catalog()).rows()) {
            Measurement measured = row.measurement();
            Optional<Speed> speed = TestCatalog.planner().evaluate(row.request()).estimate().speed();
            if (speed.isPresent() && measured.tpotSeconds().isPresent() && measured.ttftSeconds().isPresent()
                    && !measured.setting().separatePools()) {
                points.add(new Point(Coordinates.of(measured.setting()),
                        Math.log(measured.tpotSeconds().getAsDouble() / speed.get().tpotSeconds().mid()),
                        Math.log(measured.ttftSeconds().getAsDouble() / speed.get().ttftSeconds().mid())));
            }
        }
        return points;
    }

    private static List<List<Double>> pairs(List<Point> points, ToDoubleFunction<Point> error) {
        List<List<Double>> bins = new ArrayList<>();
        for (int bin = 0; bin + 1 < BOUNDS.length; bin++) {
            bins.add(new ArrayList<>());
        }
        for (int i = 0; i < points.size(); i++) {
            for (int j = 0; j < i; j++) {
                double distance = Distance.between(points.get(i).place(), points.get(j).place());
                int bin = 0;
                while (distance >= BOUNDS[bin + 1]) {
                    bin++;
                }
                bins.get(bin).add(Math.abs(error.applyAsDouble(points.get(i)) - error.applyAsDouble(points.get(j))));
            }
        }
        bins.forEach(Collections::sort);
        return bins;
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static String name(int bin) {
        return bin + 2 == BOUNDS.length
                ? "from " + BOUNDS[bin]
                : BOUNDS[bin] + " to " + BOUNDS[bin + 1];
    }
}

package dev.llmplanner.build.calibrate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The rows that calibration accepts, for readers: a steady state, of a model that the catalog holds. */
public final class MeasuredPoints {

    private MeasuredPoints() {}

    /** Rows of {@code serving.csv}, then those of {@code throughput.csv}, in their order. */
    public static List<MeasuredPoint> read(Path root) {
        CalibrationData data = new CalibrationData(root);
        List<Sample> samples = new ArrayList<>(new SampleReader(data).readServing().samples());
        samples.addAll(new ThroughputReader(data).read().samples());
        return samples.stream()
                .filter(sample -> sample.kind() == Sample.Kind.CLOSED_LOOP || sample.kind() == Sample.Kind.POOLS)
                .filter(sample -> !Situations.SMALL.contains(sample.group().model()))
                .map(MeasuredPoints::point)
                .toList();
    }

    private static MeasuredPoint point(Sample sample) {
        OptionalDouble total = sample.outputTokensPerSecond();
        return new MeasuredPoint(
                sample.id(),
                sample.request(),
                sample.version(),
                sample.ttftSeconds(),
                sample.tpotSeconds(),
                total.isPresent()
                        ? OptionalDouble.of(total.getAsDouble() / sample.replica().layout().gpus())
                        : OptionalDouble.empty(),
                sample.date(),
                sample.source());
    }
}

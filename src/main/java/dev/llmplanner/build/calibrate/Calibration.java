package dev.llmplanner.build.calibrate;

import dev.llmplanner.build.calibrate.Validation.Held;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The whole calibration: read, fit, validate, and say what each file then holds. */
public final class Calibration {

    private static final int ROUNDS = 10;

    private Calibration() {}

    /** Whether the sample's class has no row in {@code measurements/serving.csv} and follows the rule for such classes. */
    static boolean byRule(Sample sample) {
        return !sample.deviceClass().equals("hopper") && !sample.deviceClass().equals("blackwell");
    }

    /** Whether a fit sees the sample: throughput of Hopper and Blackwell is only scored. */
    static boolean fitted(Sample sample) {
        return sample.ttftSeconds().isPresent() || byRule(sample) && sample.kind() != Sample.Kind.SPECULATIVE;
    }

    /** Texts of the files that the command writes, by path from {@code root}. */
    public static Map<String, String> files(Path root) {
        CalibrationData data = new CalibrationData(root);
        SampleReader serving = new SampleReader(data).readServing();
        ThroughputReader throughput = new ThroughputReader(data).read();
        List<Sample> samples = new ArrayList<>(serving.samples());
        samples.addAll(throughput.samples());

        List<FreeConstant> free = ConstantsFile.free(data.constantsFile());
        Fit fit = new Fit(data.constantsFile(), free, samples);
        double[] best = fit.fit(new double[free.size()], fit.weights(Calibration::fitted), ROUNDS);
        Map<FreeConstant, Double> values = new LinkedHashMap<>();
        for (int k = 0; k < best.length; k++) {
            values.put(free.get(k), ConstantsFile.rounded(free.get(k).value(best[k])));
            best[k] = free.get(k).place(values.get(free.get(k)));
        }
        Map<Held, double[]> held = new Validation(fit, samples, Calibration::fitted).all(best);
        Situations situations = new Situations(samples, held);
        Map<String, Map<String, Bands.Band>> bands = situations.bands();
        JsonObject constants = ConstantsFile.with(data.constantsFile(), values, Map.of(
                "uncertainty", situations.json(bands, (JsonObject) data.constantsFile().get("uncertainty").orElseThrow()),
                "measured", measured(data.constantsFile(), samples)));

        Map<String, Integer> leftOut = new TreeMap<>();
        serving.leftOut().forEach((reason, count) -> leftOut.put("serving.csv: " + reason, count));
        throughput.leftOut().forEach((reason, count) -> leftOut.put("throughput.csv: " + reason, count));
        double[] inSample = fit.logRatios(best);
        AccuracyReport report = new AccuracyReport(samples, inSample, held, bands, situations.extraLogSd(), leftOut,
                free.size(), ablations(constants, free, samples, best),
                new Ablation(constants, free, samples, Calibration::fitted).unfitted("engine.eager", best),
                new MicrobenchmarkLines(data, fit.constants(best), samples).lines());
        Map<String, String> files = new LinkedHashMap<>();
        files.put("calibration/constants.json", ConstantsFile.text(constants));
        files.put("calibration/accuracy.json", new AccuracyTable(samples, inSample, held, bands, leftOut).text());
        files.put("docs/accuracy.md", report.text());
        return files;
    }

    /** On the rows of {@code measurements/serving.csv} alone: other classes share no term's table. */
    private static Map<String, Map<Held, double[]>> ablations(
            JsonObject constants, List<FreeConstant> free, List<Sample> samples, double[] best) {
        List<Sample> serving = samples.stream().filter(sample -> sample.ttftSeconds().isPresent()).toList();
        return new Ablation(constants, free, serving, sample -> true).all(best);
    }

    private static JsonObject measured(JsonObject file, List<Sample> samples) {
        Map<String, Json> members = new LinkedHashMap<>(((JsonObject) file.get("measured").orElseThrow()).members());
        members.put("accelerators", texts(samples.stream().filter(Calibration::fitted)
                .map(sample -> sample.group().accelerator()).sorted().distinct().toList()));
        members.put("classes", texts(samples.stream().filter(Calibration::fitted)
                .map(Sample::deviceClass).sorted().distinct().toList()));
        return new JsonObject(members);
    }

    private static Json texts(List<String> texts) {
        return new JsonArray(texts.stream().<Json>map(JsonString::new).toList());
    }
}

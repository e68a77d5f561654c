package dev.llmplanner.build.calibrate;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What measurements say about versions of one engine: how far TPOT of one configuration is apart under two of them, and which way
 * a cell's rows err by version.
 */
final class VersionLines {

    private final List<Sample> samples;
    private final double[] inSample;
    private final List<Double> sameVersion = new ArrayList<>();
    private final List<Double> otherVersion = new ArrayList<>();

    VersionLines(List<Sample> samples, double[] inSample) {
        this.samples = samples;
        this.inSample = inSample;
        runs().values().forEach(versions -> {
            versions.values().stream().filter(runs -> runs.size() > 1).forEach(runs -> sameVersion.add(spread(runs)));
            if (versions.size() > 1) {
                otherVersion.add(spread(versions.values().stream().map(VersionLines::median).toList()));
            }
        });
    }

    /** The section of the page. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "## Versions of an engine",
                "",
                "Versions are pooled: no constant depends on one. In " + sameVersion.size() + " groups of the same configuration and version, largest and",
                "smallest TPOT differ by " + percent(median(sameVersion)) + " (median); in " + otherVersion.size()
                        + " groups of the same configuration under different versions, by " + percent(median(otherVersion)) + ".",
                "",
                "| Same configuration under two versions | One | Other | Configurations | TPOT, other / one |",
                "|---|---|---|--:|--:|"));
        pairs().forEach((pair, ratios) -> lines.add("| " + pair + " | " + ratios.size() + " | "
                + String.format(Locale.ROOT, "%.3f", median(ratios)) + " |"));
        lines.addAll(List.of(
                "",
                "Cells with more than one version, other configurations included, in sample: what is fitted is their common level, what is left",
                "is the version and all that changed with it (a dash: the source names none). Newer versions are mostly faster, but by how much differs",
                "between cells of one engine and version: a factor per version would not carry over to a model that was not measured under it. What",
                "pooling leaves is in the [bands](#bands).",
                "",
                "| Cell | Version | Rows | TPOT bias |",
                "|---|---|--:|--:|"));
        biases().forEach((cell, versions) -> {
            if (versions.size() > 1) {
                versions.forEach((version, ratios) -> lines.add("| " + cell + " | " + (version.isEmpty() ? "–" : version) + " | " + ratios.size() + " | "
                        + signed(StrictMath.exp(median(ratios)) - 1) + " |"));
            }
        });
        return lines;
    }

    /** How far runs of one configuration are apart, in words of the page. */
    String spreads() {
        return percent(median(sameVersion)) + " (median), under another version of the engine by " + percent(median(otherVersion));
    }

    /** Measured TPOT by configuration and version. */
    private Map<String, Map<String, List<Double>>> runs() {
        Map<String, Map<String, List<Double>>> runs = new LinkedHashMap<>();
        for (Sample sample : samples) {
            if (sample.ttftSeconds().isPresent() && sample.tpotSeconds().isPresent()) {
                runs.computeIfAbsent(cell(sample) + " | " + configuration(sample), key -> new TreeMap<>())
                        .computeIfAbsent(sample.version(), key -> new ArrayList<>())
                        .add(sample.tpotSeconds().getAsDouble());
            }
        }
        return runs;
    }

    private Map<String, List<Double>> pairs() {
        Map<String, List<Double>> pairs = new TreeMap<>();
        runs().forEach((configuration, versions) -> {
            List<String> names = List.copyOf(versions.keySet());
            for (int one = 0; one < names.size(); one++) {
                for (int other = one + 1; other < names.size(); other++) {
                    String cell = configuration.substring(0, configuration.indexOf(" | "));
                    pairs.computeIfAbsent(cell + " | " + names.get(one) + " | " + names.get(other), key -> new ArrayList<>())
                            .add(median(versions.get(names.get(other))) / median(versions.get(names.get(one))));
                }
            }
        });
        return pairs;
    }

    private Map<String, Map<String, List<Double>>> biases() {
        Map<String, Map<String, List<Double>>> biases = new TreeMap<>();
        for (int i = 0; i < samples.size(); i++) {
            double ratio = inSample[Fit.FIGURES * i + Fit.TPOT];
            if (samples.get(i).ttftSeconds().isPresent() && !Double.isNaN(ratio)) {
                biases.computeIfAbsent(cell(samples.get(i)), key -> new TreeMap<>())
                        .computeIfAbsent(samples.get(i).version(), key -> new ArrayList<>()).add(ratio);
            }
        }
        return biases;
    }

    private static String cell(Sample sample) {
        return sample.group().model() + " " + sample.group().accelerator() + " " + sample.precision() + " " + sample.group().engine()
                + (sample.pools().isPresent() ? ", pools" : "");
    }

    private static String configuration(Sample sample) {
        Map<String, Json> members = new LinkedHashMap<>(sample.request().members());
        members.remove("engineVersion");
        return JacksonJson.compact(new JsonObject(members));
    }

    private static double spread(List<Double> runs) {
        return Collections.max(runs) / Collections.min(runs) - 1;
    }

    private static double median(List<Double> values) {
        return Errors.quantile(values.stream().mapToDouble(one -> one).sorted().toArray(), 0.5);
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }

    private static String signed(double fraction) {
        return (fraction < 0 ? "−" : "+") + percent(Math.abs(fraction));
    }
}

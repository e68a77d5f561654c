package dev.llmplanner.view.plan.file;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonNull;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.plan.answer.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What became of one saved plan.
 *
 * @param saved   as it was
 * @param now     the plan of the same model on the same server; absent where there is none any more
 * @param figures that differ
 */
record Moved(Plan saved, Optional<Plan> now, List<Figure> figures) {
    /** Below, a difference is one of rounding. */
    private static final double SAME = 1e-9;

    /** Figures that are compared, by the name of their column. */
    static final List<String> FIGURES = List.of(
            "servers", "gpus", "ttft", "each", "output", "purchase", "million", "power", "racks");

    /**
     * A figure that differs.
     *
     * @param name   of its column
     * @param before absent where it wasn't known
     * @param after  absent where it isn't known
     */
    record Figure(String name, OptionalDouble before, OptionalDouble after) {}

    /**
     * A fact that differs.
     *
     * @param subject id of the record, or part of the price book; blank for the calibration
     * @param path    of the member
     * @param before  as text; blank where there was none
     * @param after   as text; blank where there is none
     */
    record Cause(String subject, String path, String before, String after) {}

    /** That plan beside what the search now finds. */
    static Moved of(Plan saved, List<Plan> found) {
        Optional<Plan> now = found.stream().filter(plan -> plan.key().equals(saved.key())).findFirst();
        List<Figure> figures = new ArrayList<>();
        now.ifPresent(plan -> {
            for (String name : FIGURES) {
                OptionalDouble before = figure(saved, name);
                OptionalDouble after = figure(plan, name);
                if (before.isPresent() != after.isPresent()
                        || before.isPresent() && differ(before.getAsDouble(), after.getAsDouble())) {
                    figures.add(new Figure(name, before, after));
                }
            }
        });
        return new Moved(saved, now, figures);
    }

    private static boolean differ(double before, double after) {
        return Math.abs(after - before) > SAME * Math.max(Math.abs(before), Math.abs(after));
    }

    /** A figure of a plan, in base units; absent where it isn't known. */
    static OptionalDouble figure(Plan plan, String name) {
        JsonCursor json = JsonCursor.of(plan.json());
        return switch (name) {
            case "servers" -> OptionalDouble.of(plan.servers());
            case "gpus" -> OptionalDouble.of(plan.gpus());
            case "ttft" -> OptionalDouble.of(json.at("latency").at("ttftSeconds").number("mid"));
            case "each" -> OptionalDouble.of(plan.tokensPerSecondPerUser());
            case "output" -> OptionalDouble.of(plan.outputTokensPerSecond());
            case "purchase" -> typical(plan, "purchase");
            case "million" -> typical(plan, "perMillionOutputTokens");
            case "tco" -> typical(plan, "tco");
            case "power" -> plan.peakWatts();
            default -> plan.racks().isPresent() ? OptionalDouble.of(plan.racks().getAsInt()) : OptionalDouble.empty();
        };
    }

    private static OptionalDouble typical(Plan plan, String total) {
        Optional<JsonCursor> cost = plan.cost(total);
        return cost.isPresent() ? OptionalDouble.of(cost.get().number("typical")) : OptionalDouble.empty();
    }

    /** Everything that the file's plans rest on and that is different now. */
    static List<Cause> causes(PlanFile file, List<Plan> found, JsonObject bundle) {
        List<Cause> causes = new ArrayList<>();
        JsonCursor content = JsonCursor.of(file.content());
        String before = content.findString("constants").orElse("");
        String after = PlanFile.constants(bundle).orElse("");
        if (!before.equals(after)) {
            causes.add(new Cause("", "constants", before, after));
        }
        for (String collection : PlanFile.COLLECTIONS) {
            JsonCursor records = content.at("facts").at(collection);
            for (String id : records.names()) {
                differences(id, "", records.at(id).value(),
                        PlanFile.record(bundle, collection, id).orElse(JsonNull.NULL), causes);
            }
        }
        for (Plan saved : file.plans()) {
            found.stream().filter(plan -> plan.key().equals(saved.key())).findFirst()
                    .ifPresent(plan -> prices(saved, plan, causes));
        }
        return List.copyOf(new LinkedHashSet<>(causes));
    }

    private static void differences(String subject, String path, Json before, Json after, List<Cause> causes) {
        if (Canonical.of(before).equals(Canonical.of(after))) {
            return;
        }
        if (before instanceof JsonObject old && after instanceof JsonObject now) {
            Set<String> names = new LinkedHashSet<>(old.members().keySet());
            names.addAll(now.members().keySet());
            for (String name : names) {
                differences(subject, path.isEmpty() ? name : path + "." + name, old.get(name).orElse(JsonNull.NULL),
                        now.get(name).orElse(JsonNull.NULL), causes);
            }
            return;
        }
        causes.add(new Cause(subject, path, FactLine.text(before), FactLine.text(after)));
    }

    private static void prices(Plan saved, Plan now, List<Cause> causes) {
        Map<String, JsonCursor> before = lines(saved);
        lines(now).forEach((part, line) -> {
            JsonCursor old = before.get(part);
            Json oldPrice = old == null ? JsonNull.NULL : price(old);
            if (old != null && !oldPrice.equals(price(line))) {
                causes.add(new Cause(part, "price", FactLine.text(oldPrice), FactLine.text(price(line))));
            }
        });
    }

    private static Json price(JsonCursor line) {
        return line.find("unitPrice").flatMap(price -> price.find("typical")).map(JsonCursor::value).orElse(JsonNull.NULL);
    }

    private static Map<String, JsonCursor> lines(Plan plan) {
        Map<String, JsonCursor> lines = new LinkedHashMap<>();
        JsonCursor.of(plan.json()).find("cost").ifPresent(cost -> {
            for (String list : List.of("lines", "yearlyLines")) {
                for (JsonCursor line : cost.items(list)) {
                    lines.put(line.string("id").equals("*") ? line.string("part") : line.string("id"), line);
                }
            }
        });
        return lines;
    }
}

package dev.llmplanner.screening;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a matrix from one thread to another: {@code {model, cells, reasons}}, where {@code cells} holds one to eight numbers a
 * cell, and {@code reasons} the findings that cells share.
 *
 * <p>The first number of a cell says what follows: verdict + 4 × confidence + 16 with a layout (four numbers) + 32 with a speed
 * (three) + 64 × the number of the reason, 0 for none.
 */
final class RowJson {
    private static final int CONFIDENCE = 4;
    private static final int LAYOUT = 16;
    private static final int SPEED = 32;
    private static final int REASON = 64;

    private RowJson() {}

    static JsonObject of(String model, List<Cell> cells) {
        List<Json> numbers = new ArrayList<>();
        Map<Finding, Integer> reasons = new LinkedHashMap<>();
        for (Cell cell : cells) {
            numbers.add(new JsonNumber(cell.verdict().ordinal() + CONFIDENCE * cell.confidence().ordinal()
                    + (cell.layout().isPresent() ? LAYOUT : 0)
                    + (cell.outputTokensPerSecondPerServer().isPresent() ? SPEED : 0)
                    + REASON * cell.reason().map(reason -> number(reason, reasons)).orElse(0)));
            cell.layout().ifPresent(layout -> add(numbers, layout.tensorParallel(), layout.pipelineParallel(),
                    layout.expertParallel(), layout.attentionDataParallel()));
            cell.outputTokensPerSecondPerServer().ifPresent(speed -> add(numbers, speed.low(), speed.mid(), speed.high()));
        }
        return new JsonObject.Builder().put("model", model).put("cells", new JsonArray(numbers))
                .put("reasons", new JsonArray(reasons.keySet().stream().map(RowJson::of).toList())).build();
    }

    private static int number(Finding reason, Map<Finding, Integer> reasons) {
        reasons.putIfAbsent(reason, reasons.size() + 1);
        return reasons.get(reason);
    }

    private static void add(List<Json> numbers, double... more) {
        for (double each : more) {
            numbers.add(new JsonNumber(each));
        }
    }

    private static Json of(Finding finding) {
        JsonObject.Builder figures = new JsonObject.Builder();
        finding.figures().forEach(figures::put);
        JsonObject.Builder facts = new JsonObject.Builder();
        finding.facts().forEach(facts::put);
        return new JsonObject.Builder().put("code", finding.code()).put("severity", finding.severity().ordinal())
                .put("figures", figures.build()).put("facts", facts.build()).build();
    }

    static String model(JsonObject row) {
        return text(row.get("model").orElseThrow());
    }

    static List<Cell> cells(JsonObject row, int[] serverGpus) {
        List<Optional<Finding>> reasons = new ArrayList<>(List.of(Optional.empty()));
        items(row, "reasons").forEach(each -> reasons.add(Optional.of(finding((JsonObject) each))));
        List<Json> numbers = items(row, "cells");
        List<Cell> cells = new ArrayList<>(serverGpus.length);
        int at = 0;
        for (int server : serverGpus) {
            int code = (int) number(numbers.get(at++));
            Optional<ParallelLayout> layout = Optional.empty();
            Optional<Band> speed = Optional.empty();
            if (code / LAYOUT % 2 == 1) {
                layout = Optional.of(new ParallelLayout((int) number(numbers.get(at)), (int) number(numbers.get(at + 1)),
                        (int) number(numbers.get(at + 2)), (int) number(numbers.get(at + 3))));
                at += 4;
            }
            if (code / SPEED % 2 == 1) {
                speed = Optional.of(new Band(number(numbers.get(at)), number(numbers.get(at + 1)), number(numbers.get(at + 2))));
                at += 3;
            }
            cells.add(new Cell(Verdict.values()[code % CONFIDENCE], layout.map(ParallelLayout::gpus).orElse(0), layout, server,
                    speed, reasons.get(code / REASON), Confidence.values()[code % LAYOUT / CONFIDENCE]));
        }
        return cells;
    }

    private static Finding finding(JsonObject json) {
        Map<String, Double> figures = new LinkedHashMap<>();
        ((JsonObject) json.get("figures").orElseThrow()).members().forEach((name, value) -> figures.put(name, number(value)));
        Map<String, String> facts = new LinkedHashMap<>();
        ((JsonObject) json.get("facts").orElseThrow()).members().forEach((name, value) -> facts.put(name, text(value)));
        return new Finding(text(json.get("code").orElseThrow()),
                Severity.values()[(int) number(json.get("severity").orElseThrow())], figures, facts);
    }

    private static List<Json> items(JsonObject json, String name) {
        return ((JsonArray) json.get(name).orElseThrow()).items();
    }

    private static double number(Json json) {
        return ((JsonNumber) json).value();
    }

    private static String text(Json json) {
        return ((JsonString) json).value();
    }
}

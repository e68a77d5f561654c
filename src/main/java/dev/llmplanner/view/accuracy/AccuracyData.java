package dev.llmplanner.view.accuracy;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.accuracy.Scored.Figure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code calibration/accuracy.json}, which the calibration writes together with {@code docs/accuracy.md}.
 *
 * @param rows    in the order of the tables; TPOT of rows without TTFT, which were read off throughput runs, is left out as in the
 *                document
 * @param bands   by situation and figure
 * @param leftOut rows that are not scored
 */
record AccuracyData(List<Scored> rows, List<Band> bands, List<LeftOut> leftOut) {

    /** Estimates of a row begin here. */
    private static final int ESTIMATES = 4;

    /**
     * Factors on an estimate between which 80 % of measurements fall.
     *
     * @param coverage of groups by bands from the other groups
     * @param from     where 80 % of such coverages begin when groups are drawn anew
     * @param to       where they end
     */
    record Band(String situation, String figure, int rows, double low, double high, double coverage, double from, double to) {}

    /** Rows that a reason keeps out. */
    record LeftOut(String reason, int rows) {}

    static AccuracyData read(JsonObject data) {
        JsonCursor root = JsonCursor.of(data);
        List<Scored.Group> groups = new ArrayList<>();
        for (JsonCursor group : root.items("groups")) {
            groups.add(group(cells(group)));
        }
        List<Scored> all = new ArrayList<>();
        Set<String> withTtft = new HashSet<>();
        for (JsonCursor cells : root.items("rows")) {
            Scored row = row(cells(cells), groups);
            all.add(row);
            if (row.figure() == Figure.TTFT) {
                withTtft.add(row.id());
            }
        }
        List<Scored> rows = all.stream()
                .filter(row -> row.figure() != Figure.TPOT || withTtft.contains(row.id())).toList();
        List<Band> bands = new ArrayList<>();
        for (JsonCursor band : root.items("bands")) {
            List<Json> cells = cells(band);
            bands.add(new Band(text(cells, 0), text(cells, 1), (int) number(cells, 2), number(cells, 3), number(cells, 4),
                    number(cells, 5), number(cells, 6), number(cells, 7)));
        }
        List<LeftOut> leftOut = new ArrayList<>();
        for (JsonCursor one : root.items("leftOut")) {
            leftOut.add(new LeftOut(text(cells(one), 0), (int) number(cells(one), 1)));
        }
        return new AccuracyData(rows, bands, leftOut);
    }

    /** The band of that situation and figure, if there is one. */
    Optional<Band> band(String situation, Figure figure) {
        return bands.stream().filter(band -> band.situation().equals(situation) && band.figure().equals(figure.band()))
                .findFirst();
    }

    /** The newest day of a measurement; blank where none has one. */
    String newest() {
        String newest = "";
        for (Scored row : rows) {
            newest = row.group().date().compareTo(newest) > 0 ? row.group().date() : newest;
        }
        // Some sources say behind the day what it is of.
        int end = newest.indexOf(' ');
        return end < 0 ? newest : newest.substring(0, end);
    }

    private static Scored.Group group(List<Json> cells) {
        return new Scored.Group(text(cells, 0), text(cells, 1), text(cells, 2), text(cells, 3), text(cells, 4), text(cells, 5),
                text(cells, 6), text(cells, 7), text(cells, 8), cells.get(9) instanceof JsonBoolean fitted && fitted.value());
    }

    private static Scored row(List<Json> cells, List<Scored.Group> groups) {
        List<Double> estimates = new ArrayList<>();
        for (int i = ESTIMATES; i < cells.size(); i++) {
            estimates.add(number(cells, i));
        }
        return new Scored(text(cells, 0), groups.get((int) number(cells, 1)), Figure.values()[(int) number(cells, 2)],
                number(cells, 3), estimates);
    }

    private static List<Json> cells(JsonCursor row) {
        return ((JsonArray) row.value()).items();
    }

    private static String text(List<Json> cells, int place) {
        return ((JsonString) cells.get(place)).value();
    }

    private static double number(List<Json> cells, int place) {
        return ((JsonNumber) cells.get(place)).value();
    }
}

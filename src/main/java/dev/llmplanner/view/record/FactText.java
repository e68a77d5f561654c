package dev.llmplanner.view.record;

import static dev.llmplanner.view.node.Html.el;
import static dev.llmplanner.view.node.Html.text;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Content;
import dev.llmplanner.view.text.Arguments;
import java.util.List;

/** Writes keys and values of a record for people: the unit stands in the key, and so does the way to read a text. */
final class FactText {
    /** Endings of keys that name a unit, the longer before the shorter. */
    private static final List<String> UNITS = List.of("GBps", "Gbps", "gbpsEach", "GiB", "gib", "MiB", "GB", "Watts",
            "Kw", "Tflops", "Billion", "microseconds", "Microseconds", "Tokens", "messageBytes");

    private final Scene scene;

    FactText(Scene scene) {
        this.scene = scene;
    }

    /** The label of a key; the key itself where there is no label. */
    String label(String key) {
        String message = "fact." + key;
        return scene.words().knows(message) ? scene.say(message) : key;
    }

    /** The label of a key within a group. */
    String label(String group, String key) {
        return scene.say("fact-nested", Arguments.of("group", label(group)).and("key", label(key)));
    }

    /**
     * The value of a key.
     *
     * @param parent key of the object or list that holds it
     * @param holder the object that holds it: a price's currency stands beside it
     */
    Content value(String parent, String key, Json value, JsonObject holder) {
        if (value instanceof JsonNumber number) {
            return text(number(parent, key, number.value(), holder));
        }
        if (value instanceof JsonBoolean truth) {
            return text(scene.say(truth.value() ? "yes" : "no"));
        }
        if (value instanceof JsonArray array) {
            String list = "";
            for (Json item : array.items()) {
                String next = item instanceof JsonString string ? string(key, string.value()) : "";
                list = list.isEmpty()
                        ? next
                        : scene.say("list.pair", Arguments.of("first", list).and("second", next));
            }
            return text(list);
        }
        String string = value instanceof JsonString known ? known.value() : "";
        if (string.startsWith("https://") || string.startsWith("http://")) {
            return el("a").attr("href", string).attr("rel", "noopener noreferrer").text(string);
        }
        if (key.equals("accelerator")) {
            return el("a").attr("href", new Route(Route.Place.ACCELERATOR, string).href())
                    .text(scene.catalog().accelerator(string).map(AcceleratorEntry::name).orElse(string));
        }
        String said = string(key, string);
        return said.equals(string) && string.indexOf(' ') >= 0 ? el("span").attr("lang", "en").text(said) : text(said);
    }

    private String string(String key, String value) {
        if (key.equals("vendor")) {
            return scene.vendor(value);
        }
        if (key.equals("released") || key.equals("date")) {
            return scene.words().date(value);
        }
        for (String family : List.of("value." + key + ".", "format.")) {
            if (scene.words().knows(family + value)) {
                return scene.say(family + value);
            }
        }
        return value;
    }

    private String number(String parent, String key, double value, JsonObject holder) {
        if (key.endsWith("Year")) {
            return Integer.toString((int) value);
        }
        String plain = scene.words().number(value, 4);
        if (holder.get("currency").orElse(null) instanceof JsonString currency) {
            return scene.say("unit.currency", Arguments.of("value", plain).and("currency", currency.value()));
        }
        for (String name : List.of(key, parent)) {
            for (String unit : UNITS) {
                if (name.endsWith(unit)) {
                    return scene.say("record-unit." + unit, Arguments.of("value", plain));
                }
            }
        }
        return plain;
    }
}

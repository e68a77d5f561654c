package dev.llmplanner.view.plan.ask;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.scenario.Numeral;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A slider under a number: it steps through round values. What is typed may lie between them. */
final class Dial {
    private static final double[] STEPS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8};

    private final Entry entry;
    private final double[] stops;

    private Dial(Entry entry, double[] stops) {
        this.entry = entry;
        this.stops = stops;
    }

    /** Ten round values in each power of ten. */
    static Dial decades(Entry entry, double least, double most) {
        double power = 1;
        while (power > least) {
            power /= 10;
        }
        List<Double> stops = new ArrayList<>();
        for (; power <= most; power *= 10) {
            for (double step : STEPS) {
                double stop = entry.kind() == Entry.Kind.COUNT ? Math.floor(step * power + 0.5) : step * power;
                if (stop >= least && stop <= most && (stops.isEmpty() || stop > stops.get(stops.size() - 1))) {
                    stops.add(stop);
                }
            }
        }
        return new Dial(entry, stops.stream().mapToDouble(each -> each).toArray());
    }

    /** Equal steps. */
    static Dial even(Entry entry, double least, double most, double step) {
        int count = (int) Math.floor((most - least) / step + 0.5) + 1;
        double[] stops = new double[count];
        for (int i = 0; i < count; i++) {
            stops[i] = least + i * step;
        }
        return new Dial(entry, stops);
    }

    Entry entry() {
        return entry;
    }

    /**
     * The slider.
     *
     * @param label of the number above it
     */
    Html slider(Scene scene, Entries entries, String label, Function<Entries, Event> event) {
        OptionalDouble number = entries.number(entry, scene.words());
        int at = number.isPresent() ? nearest(number.getAsDouble()) : stops.length - 1;
        return el("input", "dial").id("dial-" + entry.name()).attr("type", "range")
                .attr("min", 0).attr("max", stops.length - 1).attr("step", 1)
                .attr("value", Integer.toString(at))
                .cls("unset", number.isEmpty())
                .aria("label", scene.say("plan.slider", Arguments.of("label", label)))
                .aria("valuetext", number.isPresent()
                        ? scene.words().number(number.getAsDouble(), 4) : scene.say("plan.no-limit"))
                .on("input", e -> moved(scene, entries, e.value(), event));
    }

    private Event moved(Scene scene, Entries entries, String position, Function<Entries, Event> event) {
        OptionalDouble at = scene.words().parse(position);
        if (at.isEmpty()) {
            return new Event.Nothing();
        }
        double stop = stops[Math.max(0, Math.min(stops.length - 1, (int) at.getAsDouble()))];
        return event.apply(entries.with(entry, Numeral.text(stop)));
    }

    private int nearest(double value) {
        int best = 0;
        for (int i = 1; i < stops.length; i++) {
            if (Math.abs(stops[i] - value) <= Math.abs(stops[best] - value)) {
                best = i;
            }
        }
        return best;
    }
}

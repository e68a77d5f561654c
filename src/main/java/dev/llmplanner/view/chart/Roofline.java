package dev.llmplanner.view.chart;

import java.util.List;

/**
 * Attainable rate against arithmetic intensity, on logarithmic axes: for each roof the slope of its bandwidth and the ceiling
 * of its peak, and the work below.
 *
 * @param names what stands in the plane: the head of the table's first column
 */
public record Roofline(Heading heading, Axis intensity, Axis rate, String names, List<Roof> roofs, List<Work> works)
        implements Chart {

    public Roofline {
        roofs = List.copyOf(roofs);
        works = List.copyOf(works);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.roofline(this);
    }

    /**
     * The limits of one device.
     *
     * @param ridge intensity at which bandwidth and peak meet, and the peak there, in the units of the axes
     */
    public record Roof(String name, Ink ink, Point ridge) {

        /** Where the slope enters the plane. */
        Point from(Roofline chart) {
            double slope = ridge.y().value() / ridge.x().value();
            double intensity = Math.max(chart.intensity().lowest(), chart.rate().lowest() / slope);
            return new Point("", new Amount(intensity, ""), new Amount(intensity * slope, ""), "");
        }

        /** Where the ceiling leaves the plane. */
        Point to(Roofline chart) {
            return new Point("", new Amount(chart.intensity().highest(), ""), ridge.y(), "");
        }
    }

    /** Something that runs below a roof. */
    public record Work(Phase phase, Point point) {
    }

    /** Prefill is a square, decode a circle, everywhere. */
    public enum Phase {
        PREFILL("rect", Ink.KV_CACHE),
        DECODE("circle", Ink.WEIGHTS);

        private final String symbol;
        private final Ink ink;

        Phase(String symbol, Ink ink) {
            this.symbol = symbol;
            this.ink = ink;
        }

        String symbol() {
            return symbol;
        }

        Ink ink() {
            return ink;
        }
    }
}

package dev.llmplanner.view.chart;

/** A chart as data. Each kind is drawn, written as a table and read aloud from the same numbers and texts. */
public sealed interface Chart permits Lines, Roofline, Scatter, StackedBars, Tornado, Waterfall {

    Heading heading();

    /** What is answered for each kind. */
    <R> R match(Cases<R> cases);

    /**
     * One answer for each kind. A new kind breaks the build wherever it must be answered.
     *
     * @param <R> the answer
     */
    interface Cases<R> {

        R waterfall(Waterfall chart);

        R stackedBars(StackedBars chart);

        R lines(Lines chart);

        R scatter(Scatter chart);

        R roofline(Roofline chart);

        R tornado(Tornado chart);
    }
}

package dev.llmplanner.benchmark;

import java.util.List;

/** What came of a file: runs, the facts of a start-up log, kept measurements, or the reason why none. */
public sealed interface Reading permits Reading.Runs, Reading.Log, Reading.Kept, Refused {

    /**
     * Measured runs.
     *
     * @param kind    of the file
     * @param runs    in the file's order; at least one
     * @param skipped runs of the file that can't be used
     */
    record Runs(FileKind kind, List<Run> runs, List<Refused> skipped) implements Reading {

        public Runs {
            runs = List.copyOf(runs);
            skipped = List.copyOf(skipped);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.runs(this);
        }
    }

    /** A start-up log. */
    record Log(LogFacts facts) implements Reading {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.log(facts);
        }
    }

    /** Measurements that the planner kept. */
    record Kept(List<KeptMeasurement> measurements) implements Reading {

        public Kept {
            measurements = List.copyOf(measurements);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.kept(measurements);
        }
    }

    /** An answer for every outcome. */
    interface Cases<R> {
        R runs(Runs read);

        R log(LogFacts facts);

        R kept(List<KeptMeasurement> measurements);

        R refused(Refused refused);
    }

    <R> R match(Cases<R> cases);
}

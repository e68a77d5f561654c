package dev.llmplanner.checkpoint;

import java.util.ArrayList;
import java.util.List;

/** A count with where it comes from. */
record Figure(int value, Derivation.Origin origin, List<String> fields) {

    static Figure read(int value, String path) {
        return new Figure(value, Derivation.Origin.READ, List.of(path));
    }

    static Figure family(int value) {
        return new Figure(value, Derivation.Origin.FAMILY, List.of());
    }

    /** A count that follows from these, refused beyond what an int of the record holds. */
    static Figure computed(double value, Figure... from) {
        return within(Limits.COUNT, value, from);
    }

    /** The same with a lower bound than that. */
    static Figure within(int most, double value, Figure... from) {
        List<String> fields = new ArrayList<>();
        for (Figure figure : from) {
            for (String field : figure.fields) {
                if (!fields.contains(field)) {
                    fields.add(field);
                }
            }
        }
        if (!(value >= 0 && value <= most)) {
            throw Refusal.range(fields.isEmpty() ? "" : fields.get(0), 0, most);
        }
        return new Figure((int) value, Derivation.Origin.COMPUTED, fields);
    }

    /** Where it was read, for an error. */
    String path() {
        return fields.isEmpty() ? "" : fields.get(0);
    }
}

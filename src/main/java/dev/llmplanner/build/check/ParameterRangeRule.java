package dev.llmplanner.build.check;

import java.util.List;
import java.util.OptionalDouble;

/** The catalog holds models whose vendor states 70 to 700 billion parameters in total. */
public final class ParameterRangeRule implements Rule {

    private static final double SMALLEST_BILLION = 70;
    private static final double LARGEST_BILLION = 700;

    @Override
    public List<Finding> check(CatalogFile file, Catalog catalog) {
        if (file.kind() != CatalogKind.MODEL) {
            return List.of();
        }
        OptionalDouble total = file.number("/totalParametersBillion");
        if (total.isEmpty()) {
            return List.of(file.finding("/totalParametersBillion", "a model needs the total that its vendor states",
                    "Add totalParametersBillion, in billions."));
        }
        if (total.getAsDouble() < SMALLEST_BILLION || total.getAsDouble() > LARGEST_BILLION) {
            return List.of(file.finding("/totalParametersBillion", "the catalog holds models of 70 to 700 billion",
                    "Leave the model out, or correct the vendor's total."));
        }
        OptionalDouble active = file.number("/activeParametersBillion");
        if (active.isPresent() && active.getAsDouble() > total.getAsDouble()) {
            return List.of(file.finding("/activeParametersBillion", "more than the total of "
                    + Text.number(total.getAsDouble()), "Give the parameters that one token uses."));
        }
        return List.of();
    }
}

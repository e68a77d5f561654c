package dev.llmplanner.catalog;

import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.PartClass;
import dev.llmplanner.engine.cost.PriceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words for parts, units and currencies in files and requests. */
public final class PriceCodes {

    private PriceCodes() {}

    /** The part's or unit's word: {@code rent-reserved}. */
    public static String code(Enum<?> value) {
        return value.name().toLowerCase().replace('_', '-');
    }

    /** The part of that word. */
    public static Optional<PartClass> part(String code) {
        return find(PartClass.values(), code);
    }

    /** The unit of that word. */
    public static Optional<PriceUnit> unit(String code) {
        return find(PriceUnit.values(), code);
    }

    /** The currency of that code, as ISO 4217 spells it. */
    public static Optional<Currency> currency(String code) {
        for (Currency currency : Currency.values()) {
            if (currency.name().equals(code)) {
                return Optional.of(currency);
            }
        }
        return Optional.empty();
    }

    /** All words of such values, in order. */
    public static List<String> codes(Enum<?>[] values) {
        List<String> codes = new ArrayList<>();
        for (Enum<?> value : values) {
            codes.add(code(value));
        }
        return codes;
    }

    private static <T extends Enum<T>> Optional<T> find(T[] values, String code) {
        for (T value : values) {
            if (code(value).equals(code)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}

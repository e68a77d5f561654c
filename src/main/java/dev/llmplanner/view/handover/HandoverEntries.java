package dev.llmplanner.view.handover;

import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Exchange;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** What a handover asks for beyond one replica. */
final class HandoverEntries {

    static final Entry NAME = Entry.text("name");
    static final Entry REPLICAS = Entry.count("replicas", 1, 1, 4096);
    static final Entry SPARE = Entry.count("spare", 0, 0, 4096);
    static final Entry YEARS = Entry.number("years", "4", 1, 10);
    static final Entry CURRENCY = Entry.choice("currency", Currency.USD.name());
    /** Blank: amounts of the other currency stay apart. */
    static final Entry RATE = Entry.optional("cny-per-usd", 0.01, 1000);

    /** Workers and layout of a pool, as {@link dev.llmplanner.view.plan.answer.PoolTexts} writes them; blank where the same GPUs prefill and decode. */
    static final Entry PREFILL = Entry.text("prefill");
    static final Entry DECODE = Entry.text("decode");

    static final List<Entry> ALL = List.of(NAME, REPLICAS, SPARE, YEARS, CURRENCY, RATE, PREFILL, DECODE);

    private HandoverEntries() {}

    /** The words of a choice. */
    static List<String> choices(Entry entry) {
        return Arrays.stream(Currency.values()).map(Enum::name).toList();
    }

    /** Whether every field can be used. */
    static boolean good(Entries entries, Words words) {
        return !entries.anyProblem(ALL, words);
    }

    static int count(Entries entries, Entry entry, Words words) {
        return (int) entries.number(entry, words).orElse(entry.least());
    }

    /** That plant with the fields' years, currency and rate. */
    static Plant plant(Plant usual, Entries entries, Words words) {
        OptionalDouble rate = entries.number(RATE, words);
        return new Plant(
                Currency.valueOf(entries.text(CURRENCY)),
                rate.isPresent() ? Exchange.of(rate.getAsDouble()) : Exchange.NONE,
                entries.number(YEARS, words).orElse(usual.years()),
                usual.residualShare(),
                usual.rackWatts(),
                usual.rackUnits(),
                usual.administrators(),
                usual.busyFraction(),
                usual.colocated());
    }
}

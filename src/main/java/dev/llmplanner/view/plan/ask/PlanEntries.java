package dev.llmplanner.view.plan.ask;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.contract.Choices;
import dev.llmplanner.view.figure.Money;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a planning question. On a first visit: 400 engineers, a first token within 2 s, 25 tokens/s each, two racks,
 * three million dollars, in Chinese twenty million yuan, and one server may fail.
 */
public final class PlanEntries {
    /** A demand by people. */
    static final String PEOPLE = "people";
    static final String SESSIONS = "sessions";
    static final String RATE = "rate";
    static final String CONCURRENCY = "concurrency";
    static final String BY_HOUR = "hour";
    static final String BY_THINKING = "think";
    private static final String USD = "USD";
    private static final String CNY = "CNY";
    private static final double MOST_TOKENS = 10_000_000;
    private static final double MOST_PEOPLE = 1e8;

    static final Entry DEMAND = Entry.choice("demand", PEOPLE);
    static final Entry USERS = Entry.count("users", 400, 1, MOST_PEOPLE);
    /** Per cent. */
    static final Entry ACTIVE = Entry.number("active", "30", 0.1, 100);
    static final Entry PACE = Entry.choice("pace", BY_HOUR);
    static final Entry PER_HOUR = Entry.number("perhour", "30", 0.001, 100_000);
    static final Entry THINK = Entry.number("think", "60", 0, 86_400);
    static final Entry PEAK = Entry.number("peak", "2", 1, 100);
    static final Entry SESSIONS_PER_HOUR = Entry.number("sessions", "200", 0.001, 1e9);
    static final Entry TURNS = Entry.number("turns", "20", 1, 10_000);
    static final Entry FIRST = Entry.count("first", 12_000, 1, MOST_TOKENS);
    static final Entry ADDED = Entry.count("added", 1_500, 0, MOST_TOKENS);
    /** Per cent. */
    static final Entry REUSED = Entry.number("reused", "90", 0, 99);
    static final Entry REQUESTS_PER_SECOND = Entry.number("rps", "2", 1e-6, 1e7);
    static final Entry IN_FLIGHT = Entry.count("inflight", 64, 1, 1e7);
    /** Per cent in a year. */
    static final Entry GROWTH = Entry.number("growth", "0", -99, 10_000);
    static final Entry MONTH = Entry.choice("month", "0");

    static final Entry INPUT = Entry.count("in", 4096, 1, MOST_TOKENS);
    static final Entry OUTPUT = Entry.count("out", 512, 1, MOST_TOKENS);
    /** Per cent; blank for none. */
    static final Entry PREFIX = Entry.optional("prefix", 0, 99);
    static final Entry DEPTH = new Entry("spec", "", Entry.Kind.COUNT, 1, 16);
    /** Per cent. */
    static final Entry ACCEPTANCE = Entry.number("accept", "70", 0, 100);

    /** Seconds. */
    static final Entry TTFT = Entry.number("ttft", "2", 0.0001, 36_000).orBlank();
    /** Tokens a second for each user: one over the TPOT. */
    static final Entry SPEED = Entry.number("speed", "25", 0.001, 100_000).orBlank();
    static final Entry PERCENTILE = Entry.choice("percentile", "p95");
    static final Entry CONTEXT = new Entry("context", "", Entry.Kind.COUNT, 1, 1e8);

    static final Entry BUDGET = Entry.number("budget", "3000000", 0, 1e13).orBlank();
    static final Entry CURRENCY = Entry.choice("currency", USD);
    static final Entry KILOWATTS = Entry.optional("kw", 0, 1e9);
    static final Entry RACKS = Entry.count("racks", 2, 0, 100_000).orBlank();
    static final Entry UNITS = new Entry("units", "", Entry.Kind.COUNT, 0, 4_000_000);
    static final Entry GPUS = new Entry("gpus", "", Entry.Kind.COUNT, 0, 1_000_000);
    static final Entry SPARES = Entry.choice("spares", "1");

    static final Entry MODELS = new Entry("models", "deepseek-r1", Entry.Kind.TEXT, 0, 0);
    static final Entry SERVERS = Entry.text("servers");
    static final Entry ACCELERATORS = Entry.text("hw");
    static final Entry VENDORS = Entry.text("vendors");
    static final Entry COUNTRIES = Entry.text("countries");
    static final Entry STANDINGS = Entry.text("status");
    static final Entry ENGINES = Entry.text("engines");
    static final Entry WEIGHTS = Entry.text("weights");
    static final Entry KV_CACHE = Entry.text("kv");
    static final Entry MODE = Entry.choice("mode", "aggregated");
    static final Entry FABRIC = Entry.choice("fabric", "");
    static final Entry LARGEST = new Entry("largest", "", Entry.Kind.COUNT, 1, 256);

    static final Entry YEARS = Entry.number("years", "4", 1, 10);
    /** Per cent. */
    static final Entry RESIDUAL = Entry.number("residual", "0", 0, 100);
    /** Per cent. */
    static final Entry BUSY = Entry.number("busy", "100", 0.1, 100);
    static final Entry RACK_KILOWATTS = Entry.number("rackkw", "40", 0.1, 10_000);
    static final Entry RACK_UNITS = Entry.count("rackunits", 42, 1, 100);
    /** Full-time people; blank: left out, and the total says so. */
    static final Entry STAFF = Entry.optional("staff", 0, 10_000);
    static final Entry TERABYTES = Entry.optional("storage", 0, 1e9);
    static final Entry HOUSED = Entry.choice("house", "own");
    /** Yuan for a dollar; blank: amounts of the two currencies stay apart. */
    public static final Entry EXCHANGE = Entry.optional("fx", 0.000001, 1e6);
    /** The id of its element. */
    public static final String EXCHANGE_FIELD = "entry-fx";

    static final Entry RANK = Entry.choice("rank", "cost-per-million-output-tokens");

    /** All fields, in the order of the link. */
    public static final List<Entry> ALL = List.of(DEMAND, USERS, ACTIVE, PACE, PER_HOUR, THINK, PEAK, SESSIONS_PER_HOUR, TURNS,
            FIRST, ADDED, REUSED, REQUESTS_PER_SECOND, IN_FLIGHT, GROWTH, MONTH, INPUT, OUTPUT, PREFIX, DEPTH, ACCEPTANCE, TTFT,
            SPEED, PERCENTILE, CONTEXT, BUDGET, CURRENCY, KILOWATTS, RACKS, UNITS, GPUS, SPARES, MODELS, SERVERS,
            ACCELERATORS, VENDORS, COUNTRIES, STANDINGS, ENGINES, WEIGHTS, KV_CACHE, MODE, FABRIC, LARGEST, YEARS, RESIDUAL,
            BUSY, RACK_KILOWATTS, RACK_UNITS, STAFF, TERABYTES, HOUSED, EXCHANGE, RANK);

    /** Fields that hold several ids. */
    static final List<Entry> LISTS =
            List.of(MODELS, SERVERS, ACCELERATORS, VENDORS, COUNTRIES, STANDINGS, ENGINES, WEIGHTS, KV_CACHE);

    private static final Entries IN_YUAN = Entries.INITIAL.with(CURRENCY, CNY).with(BUDGET, "20000000");

    private PlanEntries() {
    }

    /** The fields of a first visit in that language: money stands in its readers' currency. */
    public static Entries firstVisit(Words words) {
        return Money.usual(words).equals(CNY) ? IN_YUAN : Entries.INITIAL;
    }

    /** Whether the fields reckon in yuan without a rate: most prices are published in dollars, so most totals would be unknown. */
    public static boolean lackRate(Entries entries) {
        return entries.text(CURRENCY).equals(CNY) && entries.text(EXCHANGE).isBlank();
    }

    /**
     * The fields as they stand in the page's address. Without any it is a first visit, which differs by language: a question
     * that was asked names at least its currency.
     *
     * @param entries empty on a first visit
     */
    public static Map<String, String> link(Optional<Entries> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        Map<String, String> texts = entries.get().link(ALL);
        if (texts.isEmpty()) {
            texts.put(CURRENCY.name(), CURRENCY.initial());
        }
        return texts;
    }

    /**
     * The fields in the address of the page; empty where it names none.
     *
     * @param texts   those of the fields are taken out
     * @param ignored takes those that can't be used
     */
    public static Optional<Entries> opened(Catalog catalog, Map<String, String> texts, List<String> ignored) {
        boolean asked = ALL.stream().anyMatch(entry -> texts.containsKey(entry.name()));
        return asked ? Optional.of(read(catalog, texts, ignored)) : Optional.empty();
    }

    /** Words that a choice or a list may hold. */
    static List<String> choices(Entry entry, Catalog catalog) {
        if (entry.equals(DEMAND)) {
            return List.of(PEOPLE, SESSIONS, RATE, CONCURRENCY);
        } else if (entry.equals(PACE)) {
            return List.of(BY_HOUR, BY_THINKING);
        } else if (entry.equals(MONTH)) {
            return List.of("0", "12", "24", "36");
        } else if (entry.equals(PERCENTILE)) {
            return List.of("mean", "p50", "p95", "p99");
        } else if (entry.equals(CURRENCY)) {
            return List.of(USD, CNY);
        } else if (entry.equals(SPARES)) {
            return List.of("0", "1", "2");
        } else if (entry.equals(MODE)) {
            return List.of("aggregated", "disaggregated", "both");
        } else if (entry.equals(HOUSED)) {
            return List.of("own", "colocated");
        } else if (entry.equals(RANK)) {
            return List.of("cost-per-million-output-tokens", "purchase", "power", "gpus", "latency-margin");
        } else if (entry.equals(STANDINGS)) {
            return List.of("shipping", "shipping-china", "restricted", "end-of-life", "cloud-only", "announced");
        } else if (entry.equals(ENGINES)) {
            return Choices.ENGINES;
        } else if (entry.equals(WEIGHTS)) {
            return Choices.WEIGHTS;
        } else if (entry.equals(KV_CACHE)) {
            List<String> formats = new ArrayList<>(List.of("auto"));
            formats.addAll(Choices.KV_CACHE);
            return formats;
        }
        return records(entry, catalog);
    }

    private static List<String> records(Entry entry, Catalog catalog) {
        List<String> ids = new ArrayList<>();
        if (entry.equals(MODELS)) {
            catalog.models().forEach(model -> ids.add(model.id()));
        } else if (entry.equals(SERVERS)) {
            catalog.servers().forEach(server -> ids.add(server.id()));
        } else if (entry.equals(FABRIC)) {
            ids.add("");
            catalog.fabrics().forEach(fabric -> ids.add(fabric.id()));
        } else {
            catalog.accelerators().forEach(device -> {
                String id = entry.equals(ACCELERATORS) ? device.id()
                        : entry.equals(VENDORS) ? device.vendor() : device.vendorCountry().orElse("");
                if (!id.isEmpty() && !ids.contains(id)) {
                    ids.add(id);
                }
            });
        }
        return ids;
    }

    /** Ids of the models, servers and accelerators that the fields name. */
    public static List<String> records(Entries entries) {
        List<String> ids = new ArrayList<>(Several.of(entries, MODELS));
        ids.addAll(Several.of(entries, SERVERS));
        ids.addAll(Several.of(entries, ACCELERATORS));
        return ids;
    }

    /**
     * The fields with those texts.
     *
     * @param texts   those of the fields are taken out
     * @param ignored takes those that can't be used
     */
    public static Entries read(Catalog catalog, Map<String, String> texts, List<String> ignored) {
        Entries read = Entries.read(ALL, entry -> choices(entry, catalog), texts, ignored);
        for (Entry list : LISTS) {
            List<String> ids = new ArrayList<>(Several.of(read, list));
            List<String> known = choices(list, catalog);
            for (String id : List.copyOf(ids)) {
                if (!known.contains(id)) {
                    ignored.add(list.name() + "=" + id);
                    ids.remove(id);
                }
            }
            if (ids.size() < Several.of(read, list).size()) {
                read = read.with(list, ids.isEmpty() ? list.initial() : Several.text(ids));
            }
        }
        return read;
    }
}

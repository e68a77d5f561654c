package dev.llmplanner.view.plan.ask;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The request of a search that the fields make. */
public final class PlanRequest {
    private static final double PER_CENT = 100;
    private static final double WATTS_PER_KILOWATT = 1000;
    private static final double BYTES_PER_TERABYTE = 1e12;
    private static final int PLANS = 20;

    private final Entries entries;
    private final Words words;

    private PlanRequest(Entries entries, Words words) {
        this.entries = entries;
        this.words = words;
    }

    /**
     * The request; empty while a field can't be used or no model is chosen.
     *
     * @param prices of the reader's own, by the contract
     */
    public static Optional<JsonObject> of(Entries entries, Words words, Optional<Json> prices) {
        if (entries.anyProblem(asked(entries), words) || Several.of(entries, PlanEntries.MODELS).isEmpty()) {
            return Optional.empty();
        }
        JsonObject.Builder request = new PlanRequest(entries, words).request();
        prices.ifPresent(own -> request.put("prices", own));
        return Optional.of(request.build());
    }

    /** The fields that count: a demand by people has no sessions. */
    static List<Entry> asked(Entries entries) {
        String demand = entries.text(PlanEntries.DEMAND);
        boolean thinks = entries.text(PlanEntries.PACE).equals(PlanEntries.BY_THINKING);
        return PlanEntries.ALL.stream().filter(entry -> {
            if (entry.equals(PlanEntries.USERS) || entry.equals(PlanEntries.ACTIVE)) {
                return demand.equals(PlanEntries.PEOPLE);
            } else if (entry.equals(PlanEntries.PER_HOUR)) {
                return demand.equals(PlanEntries.PEOPLE) && !thinks;
            } else if (entry.equals(PlanEntries.THINK)) {
                return demand.equals(PlanEntries.PEOPLE) && thinks;
            } else if (entry.equals(PlanEntries.PEAK)) {
                return demand.equals(PlanEntries.PEOPLE) || demand.equals(PlanEntries.SESSIONS);
            } else if (entry.equals(PlanEntries.SESSIONS_PER_HOUR) || entry.equals(PlanEntries.TURNS)
                    || entry.equals(PlanEntries.FIRST) || entry.equals(PlanEntries.ADDED)
                    || entry.equals(PlanEntries.REUSED)) {
                return demand.equals(PlanEntries.SESSIONS);
            } else if (entry.equals(PlanEntries.INPUT) || entry.equals(PlanEntries.PREFIX)) {
                return !demand.equals(PlanEntries.SESSIONS);
            } else if (entry.equals(PlanEntries.REQUESTS_PER_SECOND)) {
                return demand.equals(PlanEntries.RATE);
            } else if (entry.equals(PlanEntries.IN_FLIGHT)) {
                return demand.equals(PlanEntries.CONCURRENCY);
            }
            return true;
        }).toList();
    }

    private JsonObject.Builder request() {
        JsonObject.Builder request = new JsonObject.Builder();
        list(request, "models", PlanEntries.MODELS);
        list(request, "servers", PlanEntries.SERVERS);
        list(request, "accelerators", PlanEntries.ACCELERATORS);
        list(request, "vendors", PlanEntries.VENDORS);
        list(request, "countries", PlanEntries.COUNTRIES);
        list(request, "availability", PlanEntries.STANDINGS);
        list(request, "engines", PlanEntries.ENGINES);
        JsonObject.Builder precision = new JsonObject.Builder();
        list(precision, "weights", PlanEntries.WEIGHTS);
        list(precision, "kvCache", PlanEntries.KV_CACHE);
        put(request, "precision", precision);
        String mode = entries.text(PlanEntries.MODE);
        if (mode.equals("both")) {
            request.put("modes", texts(List.of("aggregated", "disaggregated")));
        } else if (!mode.equals(PlanEntries.MODE.initial())) {
            request.put("modes", texts(List.of(mode)));
        }
        String fabric = entries.text(PlanEntries.FABRIC);
        if (!fabric.isEmpty()) {
            request.put("fabric", fabric);
        }
        number(request, "maxGpusPerReplica", PlanEntries.LARGEST, 1);
        request.put("demand", demand().build());
        put(request, "workload", workload());
        put(request, "slo", slo());
        put(request, "budget", budget());
        double spares = words.parse(entries.text(PlanEntries.SPARES)).orElse(0);
        request.put("redundancy", new JsonObject.Builder().put("spareServers", spares).build());
        JsonObject.Builder exchange = new JsonObject.Builder();
        number(exchange, "cnyPerUsd", PlanEntries.EXCHANGE, 1);
        put(request, "exchange", exchange);
        request.put("plant", plant().build());
        return request.put("rankBy", entries.text(PlanEntries.RANK)).put("limit", PLANS);
    }

    private JsonObject.Builder demand() {
        JsonObject.Builder demand = new JsonObject.Builder();
        switch (entries.text(PlanEntries.DEMAND)) {
            case PlanEntries.SESSIONS -> {
                number(demand, "sessionsPerHour", PlanEntries.SESSIONS_PER_HOUR, 1);
                number(demand, "turnsPerSession", PlanEntries.TURNS, 1);
                number(demand, "firstInputTokens", PlanEntries.FIRST, 1);
                number(demand, "addedInputTokens", PlanEntries.ADDED, 1);
                share(demand, "reusedFraction", PlanEntries.REUSED);
                number(demand, "peakFactor", PlanEntries.PEAK, 1);
            }
            case PlanEntries.RATE -> number(demand, "requestsPerSecond", PlanEntries.REQUESTS_PER_SECOND, 1);
            case PlanEntries.CONCURRENCY -> number(demand, "concurrency", PlanEntries.IN_FLIGHT, 1);
            default -> {
                number(demand, "users", PlanEntries.USERS, 1);
                share(demand, "activeFraction", PlanEntries.ACTIVE);
                if (entries.text(PlanEntries.PACE).equals(PlanEntries.BY_THINKING)) {
                    number(demand, "thinkSeconds", PlanEntries.THINK, 1);
                } else {
                    number(demand, "requestsPerUserHour", PlanEntries.PER_HOUR, 1);
                }
                number(demand, "peakFactor", PlanEntries.PEAK, 1);
            }
        }
        JsonObject.Builder growth = new JsonObject.Builder();
        share(growth, "fractionPerYear", PlanEntries.GROWTH);
        growth.put("planMonth", words.parse(entries.text(PlanEntries.MONTH)).orElse(0));
        return demand.put("growth", growth.build());
    }

    private JsonObject.Builder workload() {
        JsonObject.Builder workload = new JsonObject.Builder();
        boolean sessions = entries.text(PlanEntries.DEMAND).equals(PlanEntries.SESSIONS);
        if (!sessions) {
            number(workload, "inputTokens", PlanEntries.INPUT, 1);
            share(workload, "prefixCacheHitFraction", PlanEntries.PREFIX);
        }
        number(workload, "outputTokens", PlanEntries.OUTPUT, 1);
        if (entries.number(PlanEntries.DEPTH, words).isPresent()) {
            JsonObject.Builder speculative = new JsonObject.Builder();
            number(speculative, "depth", PlanEntries.DEPTH, 1);
            share(speculative, "acceptance", PlanEntries.ACCEPTANCE);
            workload.put("speculative", speculative.build());
        }
        return workload;
    }

    private JsonObject.Builder slo() {
        JsonObject.Builder slo = new JsonObject.Builder();
        number(slo, "ttftSeconds", PlanEntries.TTFT, 1);
        OptionalDouble speed = entries.number(PlanEntries.SPEED, words);
        if (speed.isPresent()) {
            slo.put("tpotSeconds", 1 / speed.getAsDouble());
        }
        number(slo, "contextTokens", PlanEntries.CONTEXT, 1);
        return slo.put("percentile", entries.text(PlanEntries.PERCENTILE));
    }

    private JsonObject.Builder budget() {
        JsonObject.Builder budget = new JsonObject.Builder();
        OptionalDouble amount = entries.number(PlanEntries.BUDGET, words);
        if (amount.isPresent()) {
            budget.put("purchase", new JsonObject.Builder().put("amount", amount.getAsDouble())
                    .put("currency", entries.text(PlanEntries.CURRENCY)).build());
        }
        number(budget, "powerWatts", PlanEntries.KILOWATTS, WATTS_PER_KILOWATT);
        number(budget, "racks", PlanEntries.RACKS, 1);
        number(budget, "rackUnits", PlanEntries.UNITS, 1);
        number(budget, "gpus", PlanEntries.GPUS, 1);
        return budget;
    }

    private JsonObject.Builder plant() {
        JsonObject.Builder plant = new JsonObject.Builder().put("currency", entries.text(PlanEntries.CURRENCY));
        number(plant, "years", PlanEntries.YEARS, 1);
        share(plant, "residualShare", PlanEntries.RESIDUAL);
        share(plant, "busyFraction", PlanEntries.BUSY);
        number(plant, "rackWatts", PlanEntries.RACK_KILOWATTS, WATTS_PER_KILOWATT);
        number(plant, "rackUnits", PlanEntries.RACK_UNITS, 1);
        number(plant, "administrators", PlanEntries.STAFF, 1);
        number(plant, "storageBytes", PlanEntries.TERABYTES, BYTES_PER_TERABYTE);
        return plant.put("colocated", entries.text(PlanEntries.HOUSED).equals("colocated"));
    }

    private void number(JsonObject.Builder builder, String name, Entry entry, double unit) {
        OptionalDouble number = entries.number(entry, words);
        if (number.isPresent()) {
            builder.put(name, number.getAsDouble() * unit);
        }
    }

    /** What people write in per cent. */
    private void share(JsonObject.Builder builder, String name, Entry entry) {
        OptionalDouble number = entries.number(entry, words);
        if (number.isPresent()) {
            builder.put(name, number.getAsDouble() / PER_CENT);
        }
    }

    private void list(JsonObject.Builder builder, String name, Entry entry) {
        List<String> ids = Several.of(entries, entry);
        if (!ids.isEmpty()) {
            builder.put(name, texts(ids));
        }
    }

    private static JsonArray texts(List<String> texts) {
        return new JsonArray(texts.stream().map(text -> (Json) new JsonString(text)).toList());
    }

    private static void put(JsonObject.Builder builder, String name, JsonObject.Builder member) {
        JsonObject built = member.build();
        if (!built.members().isEmpty()) {
            builder.put(name, built);
        }
    }
}

package dev.llmplanner.view.form;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.FabricEntry;
import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.contract.Choices;
import dev.llmplanner.screening.Terms;
import dev.llmplanner.view.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a workload, and the terms that they make; on a first visit the reference terms. */
public final class WorkloadEntries {
    private static final String NO_FABRIC = "none";
    private static final double MOST_TOKENS = 10_000_000;
    private static final double MOST_USERS = 100_000;

    public static final Entry INPUT = Entry.count("in", Terms.REFERENCE.inputTokens(), 1, MOST_TOKENS);
    public static final Entry OUTPUT = Entry.count("out", Terms.REFERENCE.outputTokens(), 1, MOST_TOKENS);
    public static final Entry USERS = Entry.count("users", Terms.REFERENCE.users(), 1, MOST_USERS);
    public static final Entry ENGINE = Entry.choice("engine", Terms.REFERENCE.engine().code());
    /** Blank: what the engine does by itself. */
    public static final Entry KV_CACHE = Entry.choice("kv", "");
    public static final Entry WEIGHTS = Entry.choice("weights", Terms.REFERENCE.weights());
    public static final Entry FABRIC = Entry.choice("fabric", Terms.REFERENCE.fabric().orElse(NO_FABRIC));

    private WorkloadEntries() {}

    /** Words that a choice of the workload may hold; empty for other fields. */
    public static List<String> choices(Entry entry, Catalog catalog) {
        List<String> words = new ArrayList<>();
        if (entry.equals(ENGINE)) {
            for (ServingEngine engine : ServingEngine.values()) {
                words.add(engine.code());
            }
        } else if (entry.equals(KV_CACHE)) {
            words.add("");
            for (KvFormat format : KvFormat.values()) {
                words.add(format.code());
            }
        } else if (entry.equals(WEIGHTS)) {
            words.addAll(Choices.WEIGHTS);
        } else if (entry.equals(FABRIC)) {
            words.add(NO_FABRIC);
            for (FabricEntry fabric : catalog.fabrics()) {
                words.add(fabric.id());
            }
        }
        return words;
    }

    /** The terms; empty while a field can't be used. */
    public static Optional<Terms> terms(Entries entries, Words words) {
        if (entries.anyProblem(List.of(INPUT, OUTPUT, USERS), words)) {
            return Optional.empty();
        }
        String kv = entries.text(KV_CACHE);
        return Optional.of(new Terms(
                engine(entries.text(ENGINE)),
                count(entries, INPUT, words),
                count(entries, OUTPUT, words),
                count(entries, USERS, words),
                Arrival.POISSON,
                entries.text(WEIGHTS),
                kv.isEmpty() ? Optional.empty() : Optional.of(kv),
                fabric(entries)));
    }

    /** The fabric that is chosen. */
    public static Optional<String> fabric(Entries entries) {
        String fabric = entries.text(FABRIC);
        return fabric.equals(NO_FABRIC) ? Optional.empty() : Optional.of(fabric);
    }

    /** The whole number in a field without a problem. */
    public static int count(Entries entries, Entry entry, Words words) {
        return (int) entries.number(entry, words).orElseThrow();
    }

    private static ServingEngine engine(String code) {
        for (ServingEngine engine : ServingEngine.values()) {
            if (engine.code().equals(code)) {
                return engine;
            }
        }
        return Terms.REFERENCE.engine();
    }
}

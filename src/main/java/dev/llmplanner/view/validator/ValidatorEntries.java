package dev.llmplanner.view.validator;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.screening.Configuration;
import dev.llmplanner.screening.Outcome;
import dev.llmplanner.screening.Profiles;
import dev.llmplanner.screening.Targets;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.form.WorkloadEntries;
import dev.llmplanner.view.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The fields of the validator: the hardware, the workload with its targets, what narrows the answers. */
final class ValidatorEntries {
    /** No narrowing. */
    static final String ANY = "any";
    static final String SERVERS = "server";
    static final String ACCELERATORS = "accelerator";

    static final Entry BY = Entry.choice("by", SERVERS);
    static final Entry SERVER = Entry.choice("server", "nvidia-dgx-h200");
    static final Entry ACCELERATOR = Entry.choice("hw", Profiles.REFERENCE_ACCELERATOR);
    static final Entry PER_NODE = Entry.count("per", 8, 1, 1024);
    static final Entry NODES = Entry.count("nodes", 1, 1, 1024);
    /** Seconds; blank for no target. */
    static final Entry TTFT = Entry.optional("ttft", 0.001, 3600);
    /** Milliseconds; blank for no target. */
    static final Entry TPOT = Entry.optional("tpot", 0.1, 10_000);
    static final Entry SEARCH = Entry.text("q");
    static final Entry OUTCOME = Entry.choice("outcome", ANY);
    static final Entry PRECISION = Entry.choice("weights", ANY);
    static final Entry VENDOR = Entry.choice("vendor", ANY);

    static final List<Entry> ALL = List.of(BY, SERVER, ACCELERATOR, PER_NODE, NODES, WorkloadEntries.FABRIC,
            WorkloadEntries.INPUT, WorkloadEntries.OUTPUT, WorkloadEntries.USERS, TTFT, TPOT, WorkloadEntries.ENGINE,
            WorkloadEntries.KV_CACHE, SEARCH, OUTCOME, PRECISION, VENDOR);

    private static final double MILLISECONDS = 1000;

    private ValidatorEntries() {}

    /** Words that a choice may hold. */
    static List<String> choices(Entry entry, Catalog catalog) {
        if (entry.equals(BY)) {
            return List.of(SERVERS, ACCELERATORS);
        }
        if (entry.equals(SERVER)) {
            return catalog.servers().stream().map(ServerEntry::id).toList();
        }
        if (entry.equals(ACCELERATOR)) {
            return catalog.accelerators().stream().map(AcceleratorEntry::id).toList();
        }
        if (entry.equals(OUTCOME)) {
            List<String> outcomes = new ArrayList<>(List.of(ANY));
            for (Outcome outcome : Outcome.values()) {
                outcomes.add(outcome.code());
            }
            return outcomes;
        }
        if (entry.equals(PRECISION)) {
            List<String> precisions = new ArrayList<>(List.of(ANY));
            precisions.addAll(WorkloadEntries.choices(WorkloadEntries.WEIGHTS, catalog));
            return precisions;
        }
        if (entry.equals(VENDOR)) {
            Set<String> vendors = new LinkedHashSet<>(List.of(ANY));
            for (ModelEntry model : catalog.models()) {
                vendors.add(model.vendor());
            }
            return List.copyOf(vendors);
        }
        return WorkloadEntries.choices(entry, catalog);
    }

    static boolean byServer(Entries entries) {
        return entries.text(BY).equals(SERVERS);
    }

    /** The hardware and what is asked of it; empty while a field can't be used. */
    static Optional<Question> question(Entries entries, Catalog catalog, Words words) {
        List<Entry> numbers = byServer(entries) ? List.of(NODES, TTFT, TPOT) : List.of(PER_NODE, NODES, TTFT, TPOT);
        if (entries.anyProblem(numbers, words)) {
            return Optional.empty();
        }
        int nodes = WorkloadEntries.count(entries, NODES, words);
        Configuration configuration = byServer(entries)
                ? Configuration.servers(entries.text(SERVER), nodes, WorkloadEntries.fabric(entries))
                : Configuration.accelerators(entries.text(ACCELERATOR),
                        WorkloadEntries.count(entries, PER_NODE, words), nodes, WorkloadEntries.fabric(entries));
        OptionalDouble tpot = entries.number(TPOT, words);
        Targets targets = new Targets(entries.number(TTFT, words),
                tpot.isPresent() ? OptionalDouble.of(tpot.getAsDouble() / MILLISECONDS) : tpot);
        return WorkloadEntries.terms(entries, words)
                .map(terms -> new Question(configuration, terms, targets, catalog));
    }
}

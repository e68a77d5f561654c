package dev.llmplanner.catalog;

import dev.llmplanner.json.JsonCursor;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Records of one kind by id, in the order of the bundle. Each is read when it is first asked for: the Calculator's first
 * screen needs one model and one device, and a processor of a few years ago takes a third of a second for all.
 */
final class Records<T> {
    private final Map<String, Later<T>> byId;
    private final List<T> all;

    /** Takes the map over. */
    private Records(Map<String, Later<T>> byId) {
        this.byId = byId;
        this.all = new All<>(new ArrayList<>(byId.values()));
    }

    /** The records of a collection. A record that can't be read throws when it is asked for. */
    static <T> Records<T> of(JsonCursor collection, BiFunction<String, JsonCursor, T> reader) {
        Map<String, Later<T>> byId = new LinkedHashMap<>();
        for (String id : collection.names()) {
            byId.put(id, new Later<>(() -> reader.apply(id, collection.at(id))));
        }
        return new Records<>(byId);
    }

    /** These and those, read now, after them. A record whose id is known takes its place. */
    Records<T> with(Records<T> more) {
        more.all.forEach(read -> { });
        Map<String, Later<T>> joined = new LinkedHashMap<>(byId);
        joined.putAll(more.byId);
        return new Records<>(joined);
    }

    Optional<T> find(String id) {
        Later<T> record = byId.get(id);
        return record == null ? Optional.empty() : Optional.of(record.get());
    }

    List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** All, which reads none: an item is read when it is taken. */
    List<T> list() {
        return all;
    }

    /** Reading twice gives the same, so that two threads may do it at once. */
    private static final class Later<T> {
        private final Supplier<T> reader;
        private T read;

        Later(Supplier<T> reader) {
            this.reader = reader;
        }

        T get() {
            T known = read;
            if (known == null) {
                known = reader.get();
                read = known;
            }
            return known;
        }
    }

    private static final class All<T> extends AbstractList<T> implements RandomAccess {
        private final List<Later<T>> records;

        All(List<Later<T>> records) {
            this.records = records;
        }

        @Override
        public T get(int index) {
            return records.get(index).get();
        }

        @Override
        public int size() {
            return records.size();
        }
    }
}

package dev.llmplanner.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The members of an object: two arrays, in order, or where they come from.
 *
 * <p>Most objects of the catalog's 15,000 values have a few members, where a hash table costs more to build than it ever
 * saves. A larger object gets one when it is first asked.
 */
final class Members extends AbstractMap<String, Json> {
    private static final int FEW = 12;
    private String[] names;
    private Json[] values;
    private Supplier<JsonObject> source;
    private Map<String, Json> index;

    /** Takes the arrays over. No name stands twice. */
    Members(String[] names, Json[] values) {
        this.names = names;
        this.values = values;
    }

    /** Members that are asked for when one is first needed, once. */
    Members(Supplier<JsonObject> source) {
        this.source = source;
    }

    static Members copyOf(Map<String, Json> members) {
        if (members instanceof Members same) {
            return same;
        }
        String[] names = new String[members.size()];
        Json[] values = new Json[names.length];
        int i = 0;
        for (Map.Entry<String, Json> member : members.entrySet()) {
            names[i] = member.getKey();
            values[i++] = member.getValue();
        }
        return new Members(names, values);
    }

    private String[] names() {
        if (source != null) {
            Members read = copyOf(source.get().members());
            values = read.values;
            names = read.names;
            source = null;
        }
        return names;
    }

    @Override
    public int size() {
        return names().length;
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public Json get(Object name) {
        if (names().length > FEW) {
            return index().get(name);
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    @Override
    public Set<Map.Entry<String, Json>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names().length;
            }

            @Override
            public Iterator<Map.Entry<String, Json>> iterator() {
                return new Entries();
            }
        };
    }

    /** Idempotent, so that two threads may fill it at once. */
    private Map<String, Json> index() {
        Map<String, Json> known = index;
        if (known == null) {
            known = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                known.put(names[i], values[i]);
            }
            index = known;
        }
        return known;
    }

    private final class Entries implements Iterator<Map.Entry<String, Json>> {
        private int at;

        @Override
        public boolean hasNext() {
            return at < names().length;
        }

        @Override
        public Map.Entry<String, Json> next() {
            if (at == names().length) {
                throw new NoSuchElementException();
            }
            Map.Entry<String, Json> entry = new SimpleImmutableEntry<>(names[at], values[at]);
            at++;
            return entry;
        }
    }
}

package dev.llmplanner.view.node;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A few attributes in their order: tables have thousands of elements, and a map by hash for each is most of their cost. */
final class Attributes extends AbstractMap<String, Attribute> {
    private final List<Map.Entry<String, Attribute>> entries;

    /** @param entries immutable, of different names */
    Attributes(List<Map.Entry<String, Attribute>> entries) {
        this.entries = entries;
    }

    @Override
    public Set<Map.Entry<String, Attribute>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Attribute>> iterator() {
                return entries.iterator();
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }
}

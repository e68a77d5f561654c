package dev.llmplanner.engine.cost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prices by part class, record and currency. A record may have one price in each currency; both are kept, for neither is
 * converted here.
 */
public final class PriceBook {

    /** Nothing is known. */
    public static final PriceBook EMPTY = new PriceBook(List.of());

    private final List<Price> prices;
    /** By the part's ordinal, then by id: asked for each line of every bill. */
    private final List<Map<String, List<Price>>> byPart = new ArrayList<>();

    /** A book of these prices. Of two for one part, record and currency the later one counts. */
    public PriceBook(List<Price> prices) {
        Map<String, Price> counting = new LinkedHashMap<>();
        for (Price price : prices) {
            counting.put(key(price.part(), price.id()) + " " + price.currency().map(Enum::name).orElse(""), price);
        }
        this.prices = List.copyOf(counting.values());
        for (PartClass part : PartClass.values()) {
            byPart.add(new LinkedHashMap<>());
        }
        for (Price price : this.prices) {
            byPart.get(price.part().ordinal()).computeIfAbsent(price.id(), id -> new ArrayList<>()).add(price);
        }
    }

    /** All prices, in order. */
    public List<Price> prices() {
        return prices;
    }

    /**
     * This book with the reader's own prices laid over it: a price of theirs takes the place of all prices of the same part
     * and record, whatever their currency.
     */
    public PriceBook with(List<Price> yours) {
        if (yours.isEmpty()) {
            return this;
        }
        Map<String, Boolean> replaced = new LinkedHashMap<>();
        yours.forEach(price -> replaced.put(key(price.part(), price.id()), true));
        List<Price> all = new ArrayList<>();
        for (Price price : prices) {
            if (!replaced.containsKey(key(price.part(), price.id()))) {
                all.add(price);
            }
        }
        all.addAll(yours);
        return new PriceBook(all);
    }

    /**
     * The price of that record, else of the whole class; of two currencies the preferred one.
     *
     * @param id catalog id
     */
    public Optional<Price> find(PartClass part, String id, Currency preferred) {
        Optional<Price> own = exact(part, id, preferred);
        return own.isPresent() || id.equals(Price.ANY) ? own : exact(part, Price.ANY, preferred);
    }

    private Optional<Price> exact(PartClass part, String id, Currency preferred) {
        List<Price> known = byPart.get(part.ordinal()).get(id);
        if (known == null) {
            return Optional.empty();
        }
        for (Price price : known) {
            if (price.currency().isEmpty() || price.currency().get() == preferred) {
                return Optional.of(price);
            }
        }
        return Optional.of(known.get(0));
    }

    private static String key(PartClass part, String id) {
        return part.name() + " " + id;
    }
}

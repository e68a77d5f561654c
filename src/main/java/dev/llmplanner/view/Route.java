package dev.llmplanner.view;

import dev.llmplanner.view.scenario.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in the application the reader is.
 *
 * @param place the page
 * @param id    of the record or guide; blank for a page without one
 */
public record Route(Place place, String id) {

    /** Where a first visit starts. */
    public static final Route CALCULATOR = new Route(Place.CALCULATOR, "");

    /** The pages. */
    public enum Place {
        MODELS("models", "", false),
        MODEL("model", "models", true),
        COMPARE("compare", "", false),
        OWN_MODEL("own-model", "", false),
        CALCULATOR("calculator", "", false),
        PLAN("plan", "", false),
        HANDOVER("handover", "", false),
        HARDWARE("hardware", "", false),
        ACCELERATOR("accelerator", "accelerators", true),
        SERVER("server", "servers", true),
        FABRIC("fabric", "fabrics", true),
        SERVERS("servers", "", false),
        FABRICS("fabrics", "", false),
        XRAY("xray", "", false),
        OWN_HARDWARE("own-hardware", "", false),
        VALIDATOR("validator", "", false),
        MATRIX("matrix", "", false),
        MEASUREMENTS("measurements", "", false),
        ACCURACY("accuracy", "", false),
        GUIDES("guides", "", false),
        GUIDE("guide", "", true);

        private final String code;
        private final String collection;
        private final boolean needsId;

        Place(String code, String collection, boolean needsId) {
            this.code = code;
            this.collection = collection;
            this.needsId = needsId;
        }

        /** The name in links and messages. */
        public String code() {
            return code;
        }

        /** The catalog's collection that a record page shows one record of; blank for other pages. */
        public String collection() {
            return collection;
        }

        /** Whether it shows one record of the catalog. */
        public boolean isRecord() {
            return !collection.isEmpty();
        }

        /** The section of the top bar that the page belongs to. */
        public Place section() {
            return switch (this) {
                case MODEL, COMPARE, OWN_MODEL -> MODELS;
                case ACCELERATOR, SERVER, FABRIC, SERVERS, FABRICS, XRAY, OWN_HARDWARE, VALIDATOR, MATRIX,
                        MEASUREMENTS -> HARDWARE;
                case GUIDE -> GUIDES;
                case ACCURACY, HANDOVER -> CALCULATOR;
                default -> this;
            };
        }
    }

    /** A page without an id. */
    public static Route of(Place place) {
        return new Route(place, "");
    }

    /**
     * The route of a path such as {@code model/deepseek-r1}; empty if there is no such page. Guides link to each other as
     * {@code /guides/slug}.
     */
    public static Optional<Route> parse(String path) {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        int slash = plain.indexOf('/');
        String id = slash < 0 ? "" : plain.substring(slash + 1);
        String first = slash < 0 ? plain : plain.substring(0, slash);
        String code = first.equals(Place.GUIDES.code) && !id.isEmpty() ? Place.GUIDE.code : first;
        for (Place place : Place.values()) {
            if (place.code.equals(code) && place.needsId == !id.isEmpty()) {
                return Optional.of(new Route(place, id));
            }
        }
        return Optional.empty();
    }

    /** The path, as {@link #parse} reads it. */
    public String path() {
        return place.needsId ? place.code + "/" + id : place.code;
    }

    /** The link to this page with nothing further. */
    public String href() {
        return "#" + path();
    }

    /** The hash of this page with these texts. */
    public String hash(Map<String, String> texts) {
        return texts.isEmpty() ? path() : path() + "?" + new Query(texts, List.of()).write();
    }
}

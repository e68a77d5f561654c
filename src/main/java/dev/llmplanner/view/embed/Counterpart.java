package dev.llmplanner.view.embed;

/**
 * The page around the frame, as far as it may be talked to.
 *
 * <p>The platform passes on only what the frame's own parent sends. Of that, messages from {@link #origin} are heard. Where
 * the address names no origin, the first parent that says hello becomes the counterpart; until then nothing that the reader
 * chose leaves the frame.
 *
 * @param origin  as {@code https://wiki.example.org}; {@code null} for a page without one, such as a file; blank for none yet
 * @param settled whether it is known
 * @param closed  whether there never is one
 */
record Counterpart(String origin, boolean settled, boolean closed) {
    private static final String ANYONE = "*";

    /** The first that says hello. */
    static final Counterpart FIRST = new Counterpart("", false, false);
    /** No page. */
    static final Counterpart NOBODY = new Counterpart("", false, true);

    /** That page alone. */
    static Counterpart of(String origin) {
        return new Counterpart(origin, true, false);
    }

    /** Whether a message from there counts. */
    boolean hears(String from) {
        return !closed && (!settled || origin.equals(from));
    }

    /** Where messages are sent to. A page without an origin can't be named. */
    String target() {
        return settled && isOrigin(origin) ? origin : ANYONE;
    }

    /** Whether that is a scheme of the web, a host, and perhaps a port, with nothing after it. */
    static boolean isOrigin(String text) {
        String host = text.startsWith("https://") ? text.substring(8) : text.startsWith("http://") ? text.substring(7) : "";
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
            if (!plain) {
                return false;
            }
        }
        return !host.isEmpty();
    }
}

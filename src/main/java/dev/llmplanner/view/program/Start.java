package dev.llmplanner.view.program;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the platform knows before the first screen.
 *
 * @param hash the address's hash, without {@code #}, percent signs as they stand
 * @param languages BCP 47 tags the person prefers, best first
 * @param stored what {@link Screen#stored()} left at an earlier visit; empty where the browser keeps nothing
 * @param dark whether the system prefers dark colours
 * @param keeps whether the browser remembers anything
 * @param kept what the program before this one handed over; empty if this is the first
 */
public record Start(
        String hash,
        List<String> languages,
        Map<String, String> stored,
        boolean dark,
        boolean keeps,
        Optional<Map<String, String>> kept) {

    /** Where the browser remembers. */
    public Start(
            String hash, List<String> languages, Map<String, String> stored, boolean dark, Optional<Map<String, String>> kept) {
        this(hash, languages, stored, dark, true, kept);
    }

    public Start {
        languages = List.copyOf(languages);
        stored = Map.copyOf(stored);
        kept = kept.map(Map::copyOf);
    }
}

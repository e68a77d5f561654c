package dev.llmplanner.view.program;

import java.util.List;
import java.util.Map;

/**
 * What the platform knows before the first screen.
 *
 * @param hash the address's hash, without {@code #}, percent signs as they stand
 * @param languages BCP 47 tags the person prefers, best first
 * @param stored what {@link Screen#stored()} left at an earlier visit; empty where the browser keeps nothing
 * @param dark whether the system prefers dark colours
 */
public record Start(String hash, List<String> languages, Map<String, String> stored, boolean dark) {

    public Start {
        languages = List.copyOf(languages);
        stored = Map.copyOf(stored);
    }
}

package dev.llmplanner.handover.launch;

import dev.llmplanner.json.JsonCursor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The options and images of one engine, as {@code handover-catalog/engines} lists them. */
public final class EngineOptions {

    private final Map<String, Option> options = new LinkedHashMap<>();
    private final Map<String, Image> images = new LinkedHashMap<>();

    /**
     * A container image.
     *
     * @param tagPrefix what stands before the version in its tags
     */
    public record Image(String name, String tagPrefix) {}

    private EngineOptions() {}

    /** Reads one file. */
    public static EngineOptions read(JsonCursor file) {
        EngineOptions read = new EngineOptions();
        for (String list : List.of("options", "benchmark", "router", "guidellm")) {
            file.items(list).forEach(option -> read.add(option, file.at("sources")));
        }
        file.items("images").forEach(image -> read.images.put(
                image.string("vendor"), new Image(image.string("image"), image.string("tagPrefix"))));
        return read;
    }

    private void add(JsonCursor option, JsonCursor sources) {
        JsonCursor source = sources.at(option.items("sources").get(0).string());
        options.putIfAbsent(option.string("name"), new Option(option.string("name"), option.findString("foundIn"),
                source.string("title") + " (" + source.string("ref") + ")"));
    }

    /**
     * The option of that name.
     *
     * @throws IllegalStateException where the engine isn't known to have it: nothing else may be handed over
     */
    public Option option(String name) {
        Option option = options.get(name);
        if (option == null) {
            throw new IllegalStateException("handover-catalog doesn't list " + name);
        }
        return option;
    }

    /** The published image for accelerators of that vendor. */
    public Optional<Image> image(String vendor) {
        return Optional.ofNullable(images.get(vendor));
    }

    /** The least version that is known to have all of these options; empty where no source names versions. */
    public Optional<String> leastVersion(Iterable<String> names) {
        Optional<String> least = Optional.empty();
        for (String name : names) {
            Optional<String> found = option(name).foundIn();
            if (found.isPresent() && (least.isEmpty() || isLater(found.get(), least.get()))) {
                least = found;
            }
        }
        return least;
    }

    private static boolean isLater(String version, String other) {
        int[] ends = {0, 0};
        while (ends[0] <= version.length() || ends[1] <= other.length()) {
            int difference = part(version, ends, 0).orElse(0) - part(other, ends, 1).orElse(0);
            if (difference != 0) {
                return difference > 0;
            }
        }
        return false;
    }

    private static OptionalInt part(String version, int[] ends, int which) {
        int start = ends[which];
        if (start >= version.length()) {
            ends[which] = version.length() + 1;
            return OptionalInt.empty();
        }
        int dot = version.indexOf('.', start);
        int end = dot < 0 ? version.length() : dot;
        ends[which] = end + 1;
        return OptionalInt.of(Integer.parseInt(version.substring(start, end)));
    }
}

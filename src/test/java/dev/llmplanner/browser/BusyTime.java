package dev.llmplanner.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How long tasks of the page's thread take, in time of the processor: what other programs take meanwhile doesn't count. */
final class BusyTime {
    /** What a trace must hold. */
    static final List<String> CATEGORIES =
            List.of("devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel");

    private static final double MICROSECONDS_PER_MILLISECOND = 1000;

    private BusyTime() {
    }

    /** The longest task of the pages in that trace. */
    static double longestMilliseconds(byte[] trace) {
        try {
            JsonNode events = new ObjectMapper().readTree(trace).get("traceEvents");
            Set<String> threads = new HashSet<>();
            for (JsonNode event : events) {
                if (event.path("name").asText().equals("thread_name")
                        && event.path("args").path("name").asText().equals("CrRendererMain")) {
                    threads.add(thread(event));
                }
            }
            double longest = 0;
            int tasks = 0;
            for (JsonNode event : events) {
                if (event.path("name").asText().equals("RunTask") && event.has("tdur") && threads.contains(thread(event))) {
                    tasks++;
                    longest = Math.max(longest, event.get("tdur").asDouble());
                }
            }
            if (tasks == 0) {
                throw new IllegalStateException("the trace holds no tasks");
            }
            return longest / MICROSECONDS_PER_MILLISECOND;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String thread(JsonNode event) {
        return event.get("pid").asText() + " " + event.get("tid").asText();
    }
}

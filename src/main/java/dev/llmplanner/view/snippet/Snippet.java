package dev.llmplanner.view.snippet;

import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Query;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.scenario.ScenarioLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the reader wants to embed.
 *
 * @param address  of {@code embed.html}; blank where it isn't known
 * @param view     of the parameter {@code view}
 * @param language of the parameter {@code lang}; blank: as the reader's browser prefers
 * @param theme    of the parameter {@code theme}
 * @param follows  whether the frame takes the height of its content, by a script
 */
record Snippet(String address, String view, String language, String theme, boolean follows) {
    static final List<String> VIEWS = List.of("calculator", "answer", "verdict");
    static final List<String> THEMES = List.of("system", "light", "dark");

    private static final String PAGE = "embed.html";
    private static final List<Integer> HEIGHTS = List.of(900, 700, 240);

    /** The first choice, for a planner at that address. */
    static Snippet at(String planner) {
        return new Snippet(beside(planner), VIEWS.get(0), "", THEMES.get(0), false);
    }

    /** Only a web server gives pages to others, and the single file stands alone. */
    private static String beside(String planner) {
        int slash = planner.lastIndexOf('/');
        boolean served = planner.startsWith("https://") || planner.startsWith("http://");
        return served && !planner.endsWith("/planner.html") ? planner.substring(0, slash + 1) + PAGE : "";
    }

    Snippet withAddress(String text) {
        return new Snippet(text, view, language, theme, follows);
    }

    Snippet withView(String code) {
        return new Snippet(address, code, language, theme, follows);
    }

    Snippet withLanguage(String code) {
        return new Snippet(address, view, code, theme, follows);
    }

    Snippet withTheme(String code) {
        return new Snippet(address, view, language, code, follows);
    }

    Snippet withFollows(boolean wanted) {
        return new Snippet(address, view, language, theme, wanted);
    }

    /** The frame's address with its parameters: model and hardware always, the rest where it isn't the default. */
    String source(Scenario scenario) {
        boolean server = scenario.has(Field.HARDWARE, Choices.BY_SERVER);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("model", scenario.text(Field.MODEL));
        texts.put("hardware", scenario.text(server ? Field.SERVER : Field.ACCELERATOR));
        ScenarioLink.write(scenario).forEach((name, text) -> {
            if (!List.of(Field.MODEL.key(), Field.HARDWARE.key(), Field.SERVER.key(), Field.ACCELERATOR.key()).contains(name)) {
                texts.put(name, text);
            }
        });
        put(texts, "view", view, VIEWS.get(0));
        put(texts, "lang", language, "");
        put(texts, "theme", theme, THEMES.get(0));
        return (address.isBlank() ? PAGE : address.trim()) + "#" + new Query(texts, List.of()).write();
    }

    private static void put(Map<String, String> texts, String name, String text, String initial) {
        if (!text.equals(initial)) {
            texts.put(name, text);
        }
    }

    /**
     * The HTML. The frame may run scripts and open the planner in a window, and nothing else.
     *
     * @param title what a screen reader calls the frame
     */
    String html(Scenario scenario, String title) {
        String frame = FRAME
                .replace("{title}", escaped(title))
                .replace("{height}", Integer.toString(HEIGHTS.get(VIEWS.indexOf(view))))
                .replace("{source}", escaped(source(scenario)));
        return follows ? frame + SCRIPT : frame;
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static final String FRAME = """
            <iframe
              src="{source}"
              title="{title}"
              width="100%"
              height="{height}"
              sandbox="allow-scripts allow-popups"
              loading="lazy"></iframe>
            """;

    /** As in docs/embedding.md: the frame is sandboxed, so that its window and not its origin tells it from others. */
    private static final String SCRIPT = """
            <script>
            (frame => {
              const hello = () => frame.contentWindow.postMessage({llmPlanner: 1, type: 'hello'}, '*');
              addEventListener('message', event => {
                const said = event.data;
                if (event.source !== frame.contentWindow || !said || said.llmPlanner !== 1) return;
                if (said.type === 'height' && said.height > 0) frame.height = Math.min(said.height, 10000);
              });
              frame.addEventListener('load', hello);
              hello();
            })(document.currentScript.previousElementSibling);
            </script>
            """;
}

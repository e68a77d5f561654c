package dev.llmplanner.view.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.support.Application;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.DomEvent;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Any series of clicks, texts, keys, files and addresses, seeded: nothing is thrown, and what a page's address holds opens a
 * page with the same address. {@code -Devents=10000 -Dseed=2} asks for other ones.
 */
class RandomEventsTest {
    private static final int EVENTS = Integer.getInteger("events", 800);
    private static final long SEED = Long.getLong("seed", 20261123);
    private static final List<String> PLACES = List.of("calculator", "models", "model/deepseek-r1", "compare?ids=deepseek-r1,kimi-k2",
            "own-model", "plan", "handover", "hardware", "accelerator/nvidia-h200-sxm-141gb", "server/nvidia-dgx-h200", "servers",
            "fabrics", "xray", "own-hardware", "validator", "matrix", "measurements", "accuracy", "guides",
            "guide/size-your-first-deployment", "calculator?model=nobody&gpus=x", "nowhere", "model/none?%zz=1&lang=xx");
    private static final List<String> TEXTS = List.of("", "0", "1", "8", "64", "4096", "-3", "1e9", "1,5", "abc", "999999999999", "８",
            "qwen", "deepseek-r1", "nvidia-h200-sxm-141gb", "nvidia-dgx-h200", "server", "own", "fp8", "USD", "<b>", "%", "\u0000");
    private static final List<String> KEYS = List.of("Ctrl+z", "Ctrl+y", "?", "/", "j", "k", "c", "7");
    private static final List<String> NAMED = List.of("ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", "Enter", "Escape");
    private static final List<String> JUNK = List.of("{", "[]", "{\"model_type\": \"llama\"}", "GGUF", "", "<html>",
            "{\"kind\": \"llm-deployment-planner/hardware\"}", "a,b\n1,2");

    private final Random random = new Random(SEED);

    @Test
    void nothingIsThrownAndEveryAddressOpensItself() {
        Application application = Application.open("");
        List<String> last = new ArrayList<>();
        int opened = 0;
        for (int i = 1; i <= EVENTS; i++) {
            try {
                last.add(step(application));
                application.screen();
            } catch (RuntimeException | AssertionError thrown) {
                throw new AssertionError("event " + i + " at #" + application.screen().hash() + " after "
                        + last.subList(Math.max(0, last.size() - 12), last.size()), thrown);
            }
            if (i % 25 == 0) {
                opened += opensItself(application) ? 1 : 0;
            }
        }
        assertThat(opened).isPositive();
    }

    private String step(Application application) {
        double dice = random.nextDouble();
        if (dice < 0.08) {
            String place = one(PLACES);
            application.send(application.hashChanged(place));
            return place;
        }
        if (dice < 0.14) {
            String key = one(KEYS);
            application.press(key);
            return key;
        }
        if (dice < 0.17) {
            application.settle();
            return "settled";
        }
        List<Element> elements = new ArrayList<>();
        collect(application.screen().body(), elements);
        Element element = one(elements);
        String event = one(List.copyOf(element.listeners().keySet()));
        DomEvent detail = detail(element);
        application.fire(element, event, detail);
        return event + " of " + element.tag() + element.attribute("id").map(id -> "#" + id).orElse("") + " " + detail.value()
                + detail.key() + detail.files();
    }

    private DomEvent detail(Element element) {
        boolean file = element.attribute("type").filter("file"::equals).isPresent() || random.nextInt(6) == 0;
        List<String> options = new ArrayList<>();
        options(element, options);
        String value = element.tag().equals("select") && !options.isEmpty() ? one(options) : one(TEXTS);
        return new DomEvent(value, random.nextBoolean(), random.nextBoolean(), one(NAMED), false, false, false, false,
                file ? List.of(new DomEvent.FileText(one(List.of("config.json", "x.gguf", "run.jsonl", "a.csv")), one(JUNK))) : List.of());
    }

    /** Where every text could be used: the address, opened by a stranger, is the address again. */
    private boolean opensItself(Application application) {
        State state = application.state();
        String hash = application.screen().hash();
        boolean whole = state.outcome().isCurrent() && !hash.contains("own:") && state.ignored().isEmpty();
        Application other = Application.open(hash, state.language());
        if (!whole || !other.state().ignored().isEmpty()) {
            return false;
        }
        assertThat(other.screen().hash()).isEqualTo(hash);
        assertThat(Address.of(other.state(), Application.RESOURCES)).isEqualTo(hash);
        return true;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A list holds no other text than its options'. */
    private static void options(Element element, List<String> options) {
        for (Node child : element.children()) {
            if (child instanceof Element inner) {
                if (inner.tag().equals("option")) {
                    options.add(inner.attribute("value").orElse(""));
                }
                options(inner, options);
            }
        }
    }

    private static void collect(Node node, List<Element> elements) {
        if (node instanceof Element element) {
            if (!element.listeners().isEmpty()) {
                elements.add(element);
            }
            element.children().forEach(child -> collect(child, elements));
        }
    }
}

package dev.llmplanner.fuzz;

import dev.llmplanner.view.node.Attribute;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Node;
import java.util.List;
import java.util.Locale;

/** What no page may hold, whatever it was given: elements and attributes that run or load something, links that run code. */
public final class HarmlessPage {

    private static final List<String> FORBIDDEN = List.of("script", "iframe", "frame", "object", "embed", "base", "meta", "link",
            "style", "template", "foreignobject", "animate", "set", "portal", "video", "audio", "source");
    private static final List<String> ADDRESSES = List.of("href", "src", "xlink:href", "action", "formaction", "data", "poster", "srcset");
    private static final List<String> SCHEMES = List.of("#", "https://", "http://", "verify.html", "data:image/", "blob:");

    private HarmlessPage() {}

    public static void check(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (FORBIDDEN.contains(element.tag().toLowerCase(Locale.ROOT))) {
            throw new AssertionError("an element " + element.tag());
        }
        element.attributes().forEach((name, value) -> check(element.tag(), name.toLowerCase(Locale.ROOT), value));
        element.children().forEach(HarmlessPage::check);
    }

    private static void check(String tag, String name, Attribute value) {
        for (int i = 0; i < name.length(); i++) {
            if (" \"'<>=/\0".indexOf(name.charAt(i)) >= 0) {
                throw new AssertionError("an attribute " + name + " of " + tag);
            }
        }
        if (name.startsWith("on") || name.equals("style") || name.equals("srcdoc")) {
            throw new AssertionError("an attribute " + name + " of " + tag);
        }
        if (ADDRESSES.contains(name) && value instanceof Attribute.Value address
                && SCHEMES.stream().noneMatch(address.text()::startsWith)) {
            throw new AssertionError(name + " of " + tag + " is " + address.text());
        }
    }
}

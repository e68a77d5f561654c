package dev.llmplanner.build.dist;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Markdown as node JSON, which {@code dev.llmplanner.view.node.NodeJson} reads.
 *
 * <p>A text is a string; an element is {@code [tag, {attributes}, child, …]}. The page has no way to take HTML text, so raw
 * HTML and images are refused. A link to {@code other.md} leads to that guide; one that starts with {@code #/} to a place in
 * the app; any other must be https.
 */
final class MarkdownNodes {
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private MarkdownNodes() {
    }

    /** The first heading's text, and everything after it. */
    record Rendered(String title, List<Json> nodes) {
    }

    static Rendered render(String markdown) {
        Node document = PARSER.parse(markdown);
        if (!(document.getFirstChild() instanceof Heading title) || title.getLevel() != 1) {
            throw new IllegalArgumentException("a guide starts with its title: # Title");
        }
        List<Json> nodes = new ArrayList<>();
        for (Node node = title.getNext(); node != null; node = node.getNext()) {
            nodes.add(node(node));
        }
        return new Rendered(text(title), nodes);
    }

    private static Json node(Node node) {
        if (node instanceof Text text) {
            return new JsonString(text.getLiteral());
        } else if (node instanceof SoftLineBreak) {
            return new JsonString("\n");
        } else if (node instanceof Code code) {
            return element("code", Map.of(), List.of(new JsonString(code.getLiteral())));
        } else if (node instanceof FencedCodeBlock code) {
            return element("pre", Map.of(), List.of(element("code", Map.of(), List.of(new JsonString(code.getLiteral())))));
        } else if (node instanceof IndentedCodeBlock code) {
            return element("pre", Map.of(), List.of(element("code", Map.of(), List.of(new JsonString(code.getLiteral())))));
        } else if (node instanceof Paragraph && node.getParent().getParent() instanceof ListBlock list && list.isTight()) {
            return element("span", Map.of(), children(node));
        } else if (node instanceof TableCell cell) {
            return cell(cell);
        } else if (node instanceof Heading heading) {
            return element("h" + heading.getLevel(), Map.of("id", anchor(text(heading))), children(heading));
        } else if (node instanceof Link link) {
            return element("a", link(link.getDestination()), children(link));
        } else if (node instanceof OrderedList list && list.getMarkerStartNumber() != 1) {
            return element("ol", Map.of("start", String.valueOf(list.getMarkerStartNumber())), children(list));
        }
        return element(tag(node), Map.of(), children(node));
    }

    private static String tag(Node node) {
        Map<Class<? extends Node>, String> tags = Map.ofEntries(
                Map.entry(Paragraph.class, "p"), Map.entry(BulletList.class, "ul"), Map.entry(OrderedList.class, "ol"),
                Map.entry(ListItem.class, "li"), Map.entry(BlockQuote.class, "blockquote"),
                Map.entry(Emphasis.class, "em"), Map.entry(StrongEmphasis.class, "strong"),
                Map.entry(ThematicBreak.class, "hr"), Map.entry(HardLineBreak.class, "br"),
                Map.entry(TableBlock.class, "table"), Map.entry(TableHead.class, "thead"),
                Map.entry(TableBody.class, "tbody"), Map.entry(TableRow.class, "tr"));
        String tag = tags.get(node.getClass());
        if (tag == null) {
            throw new IllegalArgumentException("a guide can't hold " + node.getClass().getSimpleName()
                    + "; write it with headings, lists, tables, code, emphasis and links");
        }
        return tag;
    }

    private static Json cell(TableCell cell) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (cell.isHeader()) {
            attributes.put("scope", "col");
        }
        if (cell.getAlignment() != null) {
            attributes.put("class", "align-" + cell.getAlignment().name().toLowerCase(Locale.ROOT));
        }
        return element(cell.isHeader() ? "th" : "td", attributes, children(cell));
    }

    private static Map<String, String> link(String destination) {
        if (destination.startsWith("#/")) {
            return Map.of("href", destination);
        }
        if (destination.endsWith(".md") && destination.indexOf('/') < 0) {
            return Map.of("href", "#/guides/" + destination.substring(0, destination.length() - ".md".length()));
        }
        if (destination.startsWith("https://")) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("href", destination);
            attributes.put("rel", "noopener noreferrer");
            attributes.put("target", "_blank");
            return attributes;
        }
        throw new IllegalArgumentException("link to " + destination + "; write other.md, #/place or https://…");
    }

    private static List<Json> children(Node node) {
        List<Json> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            children.add(node(child));
        }
        return children;
    }

    private static JsonArray element(String tag, Map<String, String> attributes, List<Json> children) {
        List<Json> items = new ArrayList<>();
        items.add(new JsonString(tag));
        JsonObject.Builder written = new JsonObject.Builder();
        attributes.forEach(written::put);
        items.add(written.build());
        items.addAll(children);
        return new JsonArray(items);
    }

    private static String text(Node node) {
        StringBuilder out = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Text text) {
                out.append(text.getLiteral());
            } else if (child instanceof Code code) {
                out.append(code.getLiteral());
            } else {
                out.append(text(child));
            }
        }
        return out.toString();
    }

    /** Letters and digits of any script, the rest as single hyphens. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }
}

package dev.llmplanner.build.guide;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Markdown as node JSON, which {@code dev.llmplanner.view.guide.GuideBody} reads.
 *
 * <p>A text is a string; an element is {@code [tag, {attributes}, child, …]}. The page has no way to take HTML text, so raw
 * HTML and images are refused. Code that begins with {@code =} is a figure ({@code live}), a fenced block of the kind
 * {@code scenario} a card with its title. A link leads to another guide ({@code ../architect/other.md}), a heading
 * ({@code #heading}), a scenario in the Calculator ({@code =plan}), a place in the app ({@code #/…}) or to https.
 */
final class MarkdownNodes {
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
    private static final String FIGURE = "=";
    private static final String SCENARIO = "scenario ";

    /** Keeps headings apart from other elements of the page. */
    private static final String PREFIX = "on-";

    /** What the text uses, to be checked: {@code line} counts from 1. */
    record Use(String text, int line) {}

    /**
     * A rendered text.
     *
     * @param contents  the headings of the second level: ids by text
     * @param anchors   ids of all headings
     * @param prose     texts that people read as they are
     * @param quotes    figures
     * @param scenarios ids of cards
     * @param links     targets
     */
    record Rendered(List<Json> nodes, Map<String, String> contents, Set<String> anchors, List<Use> prose,
            List<Use> quotes, List<Use> scenarios, List<Use> links) {}

    private final Path file;
    private final Map<String, String> contents = new LinkedHashMap<>();
    private final Set<String> anchors = new LinkedHashSet<>();
    private final List<Use> prose = new ArrayList<>();
    private final List<Use> quotes = new ArrayList<>();
    private final List<Use> scenarios = new ArrayList<>();
    private final List<Use> links = new ArrayList<>();
    private int line = 1;
    private boolean sourced;
    private boolean linked;

    private MarkdownNodes(Path file) {
        this.file = file;
    }

    static Rendered render(Path file, String markdown) {
        return new MarkdownNodes(file).render(PARSER.parse(markdown));
    }

    private Rendered render(Node document) {
        List<Json> nodes = children(document);
        return new Rendered(nodes, contents, anchors, prose, quotes, scenarios, links);
    }

    private GuideProblem problem(String what) {
        return new GuideProblem(file, line, what);
    }

    private void at(Node node) {
        if (!node.getSourceSpans().isEmpty()) {
            line = node.getSourceSpans().get(0).getLineIndex() + 1;
        }
    }

    private Json node(Node node) {
        at(node);
        if (node instanceof Text text) {
            if (!sourced) {
                prose.add(new Use(text.getLiteral(), line));
            }
            return new JsonString(text.getLiteral());
        } else if (node instanceof SoftLineBreak) {
            return new JsonString("\n");
        } else if (node instanceof Code code) {
            return code(code);
        } else if (node instanceof FencedCodeBlock code && code.getInfo().startsWith(SCENARIO)) {
            return scenario(code);
        } else if (node instanceof FencedCodeBlock code) {
            return block(code.getLiteral());
        } else if (node instanceof IndentedCodeBlock code) {
            return block(code.getLiteral());
        } else if (node instanceof Paragraph && node.getParent().getParent() instanceof ListBlock list && list.isTight()) {
            return element("span", Map.of(), children(node));
        } else if (node instanceof TableCell cell) {
            return cell(cell);
        } else if (node instanceof TableBlock) {
            return element("scroll", Map.of(), List.of(element("table", Map.of(), children(node))));
        } else if (node instanceof Heading heading) {
            return heading(heading);
        } else if (node instanceof Link link) {
            return link(link);
        } else if (node instanceof OrderedList list && list.getMarkerStartNumber() != 1) {
            return element("ol", Map.of("start", String.valueOf(list.getMarkerStartNumber())), children(list));
        }
        return element(tag(node), Map.of(), children(node));
    }

    private String tag(Node node) {
        Map<Class<? extends Node>, String> tags = Map.ofEntries(
                Map.entry(Paragraph.class, "p"), Map.entry(BulletList.class, "ul"), Map.entry(OrderedList.class, "ol"),
                Map.entry(ListItem.class, "li"), Map.entry(BlockQuote.class, "blockquote"),
                Map.entry(Emphasis.class, "em"), Map.entry(StrongEmphasis.class, "strong"),
                Map.entry(ThematicBreak.class, "hr"), Map.entry(HardLineBreak.class, "br"),
                Map.entry(TableHead.class, "thead"),
                Map.entry(TableBody.class, "tbody"), Map.entry(TableRow.class, "tr"));
        String tag = tags.get(node.getClass());
        if (tag == null) {
            throw problem("a guide can't hold " + node.getClass().getSimpleName()
                    + "; write it with headings, lists, tables, code, emphasis and links");
        }
        return tag;
    }

    private Json cell(TableCell cell) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (cell.isHeader()) {
            attributes.put("scope", "col");
        }
        if (cell.getAlignment() != null) {
            attributes.put("class", "align-" + cell.getAlignment().name().toLowerCase(Locale.ROOT));
        }
        return element(cell.isHeader() ? "th" : "td", attributes, children(cell));
    }

    private Json code(Code code) {
        String literal = code.getLiteral();
        if (!literal.startsWith(FIGURE)) {
            return element("code", Map.of(), List.of(new JsonString(literal)));
        }
        String quote = literal.substring(FIGURE.length()).trim();
        quotes.add(new Use(quote, line));
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("is", quote);
        if (linked) {
            attributes.put("in", "link");
        }
        return element("live", attributes, List.of());
    }

    /** A block of commands, in which figures stand as they do in a sentence. */
    private Json block(String literal) {
        List<Json> parts = new ArrayList<>();
        int from = 0;
        for (int start = literal.indexOf("`" + FIGURE); start >= 0; start = literal.indexOf("`" + FIGURE, from)) {
            int end = literal.indexOf('`', start + 1);
            if (end < 0) {
                throw problem("a figure in a block of commands ends with a backtick");
            }
            parts.add(new JsonString(literal.substring(from, start)));
            String quote = literal.substring(start + 1 + FIGURE.length(), end).trim();
            quotes.add(new Use(quote, line));
            parts.add(element("live", Map.of("is", quote), List.of()));
            from = end + 1;
        }
        parts.add(new JsonString(literal.substring(from)));
        return element("pre", Map.of("tabindex", "0"), List.of(element("code", Map.of(), parts)));
    }

    /** The text of the block is the card's title. */
    private Json scenario(FencedCodeBlock block) {
        String id = block.getInfo().substring(SCENARIO.length()).trim();
        scenarios.add(new Use(id, line));
        Node title = PARSER.parse(block.getLiteral().trim()).getFirstChild();
        if (!(title instanceof Paragraph) || title.getNext() != null) {
            throw problem("a scenario holds its title, one line");
        }
        int before = line;
        List<Json> nodes = new ArrayList<>();
        for (Node child = title.getFirstChild(); child != null; child = child.getNext()) {
            child.setSourceSpans(block.getSourceSpans());
            nodes.add(node(child));
        }
        line = before;
        return element("scenario", Map.of("id", id), nodes);
    }

    private Json heading(Heading heading) {
        String text = text(heading);
        String id = anchor(text);
        if (heading.getLevel() < 2) {
            throw problem("the title stands in the head of the file; headings begin with ##");
        }
        if (!anchors.add(id)) {
            throw problem("two headings read: " + text);
        }
        if (heading.getLevel() == 2) {
            contents.put(id, text);
        }
        int quoted = quotes.size();
        List<Json> children = children(heading);
        if (quotes.size() > quoted) {
            throw problem("a heading holds no figure: it stands in the list of contents");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("id", id);
        attributes.put("tabindex", "-1");
        return element("h" + heading.getLevel(), attributes, children);
    }

    private Json link(Link link) {
        links.add(new Use(link.getDestination(), line));
        linked = true;
        Json element = link(link.getDestination(), link);
        linked = false;
        return element;
    }

    private Json link(String destination, Link link) {
        if (destination.startsWith(FIGURE)) {
            return element("go", Map.of("to", destination.substring(FIGURE.length())), children(link));
        }
        if (destination.startsWith("#/")) {
            return element("a", Map.of("href", "#" + destination.substring(2)), children(link));
        }
        if (destination.startsWith("#")) {
            return element("within", Map.of("to", PREFIX + destination.substring(1)), children(link));
        }
        if (destination.endsWith(".md")) {
            String name = destination.substring(destination.lastIndexOf('/') + 1);
            return element("a", Map.of("href", "#guide/" + name.substring(0, name.length() - ".md".length())), children(link));
        }
        if (!destination.startsWith("https://")) {
            throw problem("link to " + destination + "; write another guide's file, #heading, =scenario, #/place or https://…");
        }
        boolean outer = sourced;
        sourced = true;
        List<Json> children = children(link);
        sourced = outer;
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("href", destination);
        attributes.put("rel", "noopener noreferrer");
        attributes.put("target", "_blank");
        return element("a", attributes, children);
    }

    private List<Json> children(Node node) {
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
        return PREFIX + heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }
}

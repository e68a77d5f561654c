package dev.llmplanner.build.dist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A page in one file that asks for nothing, made of files that would else stand beside it.
 *
 * <p>Styles and first scripts stand in it as they are. Scripts that are wanted later, data included, are blocks that a
 * browser doesn't run: {@code <script type="text/plain" id="details.js">}. Where the page would add a script tag, it takes
 * the text of the block with that id and runs it. The policy allows the hashes of these texts and nothing else, so a text
 * that was changed on the way is refused.
 *
 * @param styles  names, in order
 * @param scripts names of those that run at once, in order
 * @param blocks  names of those that run when they are wanted
 */
record SingleFile(List<String> styles, List<String> scripts, List<String> blocks) {
    private static final String INERT = "script type=\"text/plain\"";
    private static final List<String> UNSAFE = List.of("</script", "</style", "<script", "<!--", "\r", "\0");

    SingleFile {
        styles = List.copyOf(styles);
        scripts = List.copyOf(scripts);
        blocks = List.copyOf(blocks);
    }

    /**
     * The page.
     *
     * @param template with a place in braces for each part
     * @param files    all that are named, {@code icon.svg}, and everything below {@code LICENSES}, which travels along
     */
    String of(String template, Map<String, byte[]> files) {
        StringBuilder licences = new StringBuilder();
        files.keySet().stream().filter(name -> name.startsWith("LICENSES/")).sorted()
                .forEach(name -> licences.append(name).append("\n\n").append(text(name, files)).append('\n'));
        List<String> allowed = new ArrayList<>(scripts);
        allowed.addAll(blocks);
        // The last script reads blocks as soon as it runs: they stand before it.
        return filled(template, Map.of(
                "script-hashes", hashes(allowed, files),
                "style-hashes", hashes(styles, files),
                "icon", Base64.getEncoder().encodeToString(files.get("icon.svg")),
                "styles", elements("style", styles, files),
                "blocks", elements(INERT, blocks, files) + element(INERT, "LICENSES", licences.toString()),
                "scripts", elements("script", scripts, files)));
    }

    /** Only the template's own places are filled: texts hold braces of their own. */
    private static String filled(String template, Map<String, String> texts) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            String text = texts.get(template.substring(open + 1, close));
            if (text == null) {
                throw new IllegalStateException("nothing stands for " + template.substring(open, close + 1));
            }
            out.append(template, at, open).append(text);
            at = close + 1;
        }
        return out.append(template, at, template.length()).toString();
    }

    private static String elements(String tag, List<String> names, Map<String, byte[]> files) {
        StringBuilder out = new StringBuilder();
        names.forEach(name -> out.append(element(tag, tag.equals("script") ? "" : name, text(name, files))));
        return out.toString();
    }

    /** A first script has no id: it must not be found as a block and run again. */
    private static String element(String tag, String id, String text) {
        int blank = tag.indexOf(' ');
        return "<" + tag + (id.isEmpty() ? "" : " id=\"" + id + "\"") + ">" + text
                + "</" + (blank < 0 ? tag : tag.substring(0, blank)) + ">\n";
    }

    /** A text that an element of HTML gives back byte for byte, or the policy's hash would not fit. */
    private static String text(String name, Map<String, byte[]> files) {
        String text = new String(files.get(name), StandardCharsets.UTF_8);
        String lower = text.toLowerCase(Locale.ROOT);
        for (String mark : UNSAFE) {
            if (lower.contains(mark)) {
                throw new IllegalStateException(
                        name + " holds " + mark.strip() + ", which can't stand inside a page: write it in parts");
            }
        }
        return text;
    }

    private static String hashes(List<String> names, Map<String, byte[]> files) {
        List<String> hashes = new ArrayList<>();
        names.forEach(name -> hashes.add("'sha256-" + hash(files.get(name)) + "'"));
        return String.join(" ", hashes);
    }

    /** As a Content Security Policy names the text of an element. */
    static String hash(byte[] text) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

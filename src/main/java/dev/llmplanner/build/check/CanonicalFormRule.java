package dev.llmplanner.build.check;

import dev.llmplanner.json.JsonNull;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file stands in canonical form: keys in the order of the schema, two spaces an indent, a final newline, no null.
 * So a change of a fact is one changed line.
 */
public final class CanonicalFormRule implements Rule {

    private final CatalogFormat format;

    /** A rule that takes the order of keys from a repository's schemas. */
    public CanonicalFormRule(Path root) {
        this.format = new CatalogFormat(root);
    }

    @Override
    public List<Finding> check(CatalogFile file, Catalog catalog) {
        List<Finding> findings = new ArrayList<>();
        Pointers.walk(file.json(), "", (pointer, value) -> {
            if (value instanceof JsonNull) {
                findings.add(file.finding(pointer, "an unknown fact is an absent key", "Remove the key."));
            }
        });
        List<String> order = format.order(file.kind());
        List<String> keys = file.json().members().keySet().stream().filter(order::contains).toList();
        for (int i = 1; i < keys.size(); i++) {
            if (order.indexOf(keys.get(i)) < order.indexOf(keys.get(i - 1))) {
                findings.add(new Finding(file.path(), Pointers.append("", keys.get(i)), "after " + keys.get(i - 1),
                        "keys stand in the order of the schema, which " + CatalogFormat.COMMAND + " writes",
                        "Move it before " + keys.get(i - 1) + "."));
            }
        }
        String canonical = format.of(file);
        if (findings.isEmpty() && !file.text().equals(canonical)) {
            findings.add(new Finding(file.path(), "", "not in canonical form at line " + line(file.text(), canonical),
                    "expected is two spaces an indent, one value a line, a final newline",
                    "Run " + CatalogFormat.COMMAND + "; it writes: " + lineText(canonical, line(file.text(), canonical))));
        }
        return findings;
    }

    private static int line(String text, String canonical) {
        String[] a = text.split("\n", -1);
        String[] b = canonical.split("\n", -1);
        int i = 0;
        while (i < a.length && i < b.length && a[i].equals(b[i])) {
            i++;
        }
        return i + 1;
    }

    private static String lineText(String text, int line) {
        String[] lines = text.split("\n", -1);
        return line <= lines.length && !lines[line - 1].isEmpty() ? lines[line - 1].strip() : "(the end)";
    }
}

package dev.llmplanner.build.dist;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page without any script that tells readers how to check that nothing leaves, with the policies and the files of dist. */
final class VerifyPage {
    /** Its name in dist. */
    static final String FILE = "verify.html";

    private static final Pattern POLICY = Pattern.compile("Content-Security-Policy\" content=\"([^\"]+)");
    private static final Pattern HASHES = Pattern.compile("'sha256-[^']*'(?: 'sha256-[^']*')*");
    private static final int WATCH_STEPS = 4;

    private final List<Words> languages;
    private final SortedMap<String, byte[]> files;

    /**
     * @param languages in the order of the page
     * @param files     of dist, but for this page and {@code SHA256SUMS}
     */
    VerifyPage(List<Words> languages, SortedMap<String, byte[]> files) {
        this.languages = languages;
        this.files = files;
    }

    /** The page, with that style sheet inside. */
    String of(String template, String styles) {
        StringBuilder body = new StringBuilder();
        languages.forEach(words -> body.append(Markup.of(section(words))).append('\n'));
        return template
                .replace("{style-hash}", "'sha256-" + SingleFile.hash(styles.getBytes(StandardCharsets.UTF_8)) + "'")
                .replace("{styles}", styles)
                .replace("{body}", body + Markup.of(table()));
    }

    /** The policy of each page, by its file. */
    static SortedMap<String, String> policies(Map<String, byte[]> files) {
        SortedMap<String, String> policies = new TreeMap<>();
        files.forEach((name, content) -> {
            if (name.endsWith(".html")) {
                Matcher policy = POLICY.matcher(new String(content, StandardCharsets.UTF_8));
                if (!policy.find()) {
                    throw new IllegalStateException(name + " has no Content Security Policy");
                }
                policies.put(name, policy.group(1));
            }
        });
        return policies;
    }

    private Html section(Words words) {
        String language = words.language();
        Html section = el("section").attr("lang", language).id("verify-" + language)
                .add(el("h1").text(words.say("verify.title")))
                .add(el("p").text(words.say("verify.lead")))
                .add(el("h2").text(words.say("verify.policy.title")))
                .add(el("p").text(words.say("verify.policy")));
        policies(files).forEach((name, policy) -> section
                .add(el("h3").text(name))
                .add(el("pre").add(el("code").text(shortened(policy, words)))));
        Html steps = el("ol");
        for (int step = 1; step <= WATCH_STEPS; step++) {
            steps.add(el("li").text(words.say("verify.watch." + step)));
        }
        return section
                .add(el("h2").text(words.say("verify.watch.title"))).add(steps)
                .add(el("h2").text(words.say("verify.bytes.title")))
                .add(el("p").text(words.say("verify.bytes")))
                .add(commands("cd dist", "sha256sum -c SHA256SUMS"))
                .add(el("p").text(words.say("verify.rebuild")))
                .add(commands("mvn clean package -DskipTests", "cmp dist/SHA256SUMS …/SHA256SUMS"))
                .add(el("h2").text(words.say("verify.inside.title")))
                .add(el("p").text(words.say("verify.inside")).text(" ")
                        .add(el("a").attr("href", Sbom.FILE).text(Sbom.FILE)).text(", ")
                        .add(el("a").attr("href", "LICENSES/NOTICE").text("LICENSES/NOTICE")).text(", ")
                        .add(el("a").attr("href", "SHA256SUMS").text("SHA256SUMS")))
                .add(el("p").text(words.say("verify.limits")));
    }

    /** Hashes stand in the page's own source; here their number is enough. */
    private static String shortened(String policy, Words words) {
        StringBuilder out = new StringBuilder();
        Matcher hashes = HASHES.matcher(policy);
        while (hashes.find()) {
            int count = hashes.group().split(" ").length;
            hashes.appendReplacement(out, Matcher.quoteReplacement(
                    words.say("verify.policy.hashes", Arguments.of("count", count))));
        }
        return hashes.appendTail(out).toString().replace("; ", ";\n");
    }

    private static Html commands(String... lines) {
        return el("pre").add(el("code").text(String.join("\n", lines)));
    }

    private Html table() {
        Html rows = el("tbody");
        files.forEach((name, content) -> rows.add(el("tr")
                .add(el("td").text(name))
                .add(el("td", "number").text(String.valueOf(content.length)))
                .add(el("td").add(el("code").text(Dist.sha256Hex(content))))));
        return el("section")
                .add(el("h2").text(both("verify.files.title")))
                .add(el("p").text(both("verify.files")))
                .add(el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", both("verify.files.title"))
                        .add(el("table").add(el("thead").add(el("tr")
                                .add(el("th").attr("scope", "col").text(both("verify.files.name")))
                                .add(el("th", "number").attr("scope", "col").text(both("verify.files.bytes")))
                                .add(el("th").attr("scope", "col").text("SHA-256")))).add(rows)));
    }

    private String both(String key) {
        List<String> texts = new ArrayList<>();
        languages.forEach(words -> texts.add(words.say(key)));
        return String.join(" · ", texts);
    }
}

package dev.llmplanner;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The drawing of the rings in docs/architecture.md is that of the code. */
@Tag("slow")
class RingDrawingTest {
    private static final Pattern ARROW = Pattern.compile("(?m)^  (\\w+) --> (\\w+)$");
    private static final Set<String> APART = Set.of("", "build");

    @Test
    void everyUseIsDrawnAndEveryArrowIsAUse() throws IOException {
        Map<String, Set<String>> uses = uses();
        Map<String, Set<String>> drawn = drawn();

        drawn.forEach((user, used) -> assertThat(uses.get(user)).as(user).containsAll(used));
        uses.forEach((user, used) -> assertThat(reached(user, drawn)).as(user).containsAll(used));
    }

    private static Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : Compiled.CLASSES) {
            String user = Compiled.ring(type.getPackageName());
            if (APART.contains(user)) {
                continue;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String name = dependency.getTargetClass().getBaseComponentType().getPackageName();
                String used = name.startsWith(Compiled.BASE + ".") ? Compiled.ring(name) : user;
                if (!used.equals(user)) {
                    uses.computeIfAbsent(user, any -> new TreeSet<>()).add(used);
                }
            }
        }
        return uses;
    }

    private static Map<String, Set<String>> drawn() throws IOException {
        Map<String, Set<String>> drawn = new TreeMap<>();
        String page = Files.readString(Path.of("docs/architecture.md"));
        Matcher arrow = ARROW.matcher(page.substring(page.indexOf("```mermaid"), page.indexOf("```", page.indexOf("```mermaid") + 3)));
        while (arrow.find()) {
            drawn.computeIfAbsent(arrow.group(2), any -> new TreeSet<>()).add(arrow.group(1));
        }
        return drawn;
    }

    private static Set<String> reached(String user, Map<String, Set<String>> drawn) {
        Set<String> reached = new TreeSet<>();
        for (String used : drawn.getOrDefault(user, Set.of())) {
            reached.add(used);
            reached.addAll(reached(used, drawn));
        }
        return reached;
    }
}

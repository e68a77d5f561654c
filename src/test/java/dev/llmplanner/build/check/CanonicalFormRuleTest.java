package dev.llmplanner.build.check;

import static dev.llmplanner.build.check.Facts.CATALOG;
import static dev.llmplanner.build.check.Facts.H200;
import static dev.llmplanner.build.check.Facts.file;
import static dev.llmplanner.build.check.Facts.messages;
import static dev.llmplanner.build.check.Facts.with;
import static dev.llmplanner.build.check.Facts.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalFormRuleTest {

    private final Rule rule = new CanonicalFormRule(Facts.ROOT);

    @Test
    void nullIsFound() {
        assertThat(check(with(file(H200), "/memory/type", "null")))
                .containsExactly(H200 + ": /memory/type is null; an unknown fact is an absent key. Remove the key.");
    }

    @Test
    void aKeyOutOfOrderIsFound() {
        CatalogFile moved = with(without(file(H200), "/status"), "/status", "\"shipping\"");

        assertThat(check(moved)).hasSize(1).first().asString().contains("/status is after provenance")
                .endsWith("Move it before provenance.");
    }

    @Test
    void tabsAndAMissingNewlineAreFound() {
        CatalogFile file = file(H200);

        assertThat(check(CatalogFile.of(H200, file.text().replaceFirst("  \"name\"", "\t\"name\"")))).hasSize(1)
                .first().asString().contains("not in canonical form at line 3");
        assertThat(check(CatalogFile.of(H200, file.text().stripTrailing()))).hasSize(1);
    }

    private List<String> check(CatalogFile file) {
        return messages(rule.check(file, CATALOG));
    }
}

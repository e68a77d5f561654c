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

class SchemaRuleTest {

    private final Rule rule = new SchemaRule(Facts.ROOT);

    @Test
    void anUnknownKeyIsFoundAtItsPointer() {
        assertThat(check(with(file(H200), "/memory/bandwidth", "4800"))).hasSize(1).first().asString()
                .startsWith(H200 + ": /memory/bandwidth is 4800;").contains("bandwidth")
                .endsWith("Remove the key, or spell it as hardware-catalog/accelerator.schema.json does.");
    }

    @Test
    void zeroForUnknownIsFound() {
        assertThat(check(with(file(H200), "/tdpWatts", "0"))).hasSize(1).first().asString()
                .startsWith(H200 + ": /tdpWatts is 0;").endsWith("Leave the key out when the fact is unknown.");
    }

    @Test
    void aMissingKeyIsFound() {
        assertThat(check(without(file(H200), "/status"))).hasSize(1).first().asString()
                .contains("'status'").endsWith("Add the key.");
    }

    @Test
    void aWrongTypeIsFound() {
        assertThat(check(with(file(H200), "/memory/usableGiB", "\"139.8\""))).hasSize(1).first().asString()
                .startsWith(H200 + ": /memory/usableGiB is \"139.8\";");
    }

    @Test
    void aServerAndAFabricHaveTheirOwnSchemas() {
        assertThat(check(with(file(Facts.DGX_H200), "/cooling", "\"water\""))).hasSize(1);
        assertThat(check(with(file(Facts.NDR), "/class", "\"network\""))).hasSize(1);
    }

    private List<String> check(CatalogFile file) {
        return messages(rule.check(file, CATALOG));
    }
}

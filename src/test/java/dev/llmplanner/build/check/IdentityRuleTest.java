package dev.llmplanner.build.check;

import static dev.llmplanner.build.check.Facts.CATALOG;
import static dev.llmplanner.build.check.Facts.DGX_H200;
import static dev.llmplanner.build.check.Facts.H200;
import static dev.llmplanner.build.check.Facts.at;
import static dev.llmplanner.build.check.Facts.file;
import static dev.llmplanner.build.check.Facts.messages;
import static dev.llmplanner.build.check.Facts.plus;
import static dev.llmplanner.build.check.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentityRuleTest {

    private static final String R1 = "models-catalog/deepseek/deepseek-r1.json";

    private final Rule rule = new IdentityRule();

    @Test
    void aNameThatIsNotKebabCaseIsFound() {
        String path = "hardware-catalog/accelerators/nvidia/NVIDIA_H200.json";

        assertThat(messages(rule.check(at(file(H200), path), CATALOG))).containsExactly(
                path + ": the file is named NVIDIA_H200; an id is in lower kebab case. "
                        + "Rename the file to nvidia-h200.json.");
    }

    @Test
    void anIdThatStandsTwiceIsFound() {
        CatalogFile copy = at(file(H200), "hardware-catalog/accelerators/t-head/nvidia-h200-sxm-141gb.json");

        assertThat(messages(rule.check(copy, plus(copy)))).hasSize(1).first().asString()
                .contains(H200 + " has the same id");
    }

    @Test
    void aFolderWithoutAVendorIsFound() {
        CatalogFile moved = at(file(H200), "hardware-catalog/accelerators/nvida/nvidia-h200-copy.json");

        assertThat(messages(rule.check(moved, CATALOG))).hasSize(1).first().asString()
                .contains("in the folder nvida; hardware-catalog/vendors.json has no such vendor");
    }

    @Test
    void aServerOfAnUnknownAcceleratorIsFound() {
        assertThat(messages(rule.check(with(file(DGX_H200), "/accelerator", "\"nvidia-h200\""), CATALOG)))
                .containsExactly(DGX_H200 + ": /accelerator is \"nvidia-h200\"; no accelerator has that id. "
                        + "Use the name of a file under hardware-catalog/accelerators.");
    }

    @Test
    void aServerOfAnUnknownVendorIsFound() {
        assertThat(rule.check(with(file(DGX_H200), "/vendor", "\"NVIDIA\""), CATALOG)).hasSize(1);
    }

    @Test
    void aSchemaKeyThatLeadsElsewhereIsFound() {
        assertThat(messages(rule.check(with(file(H200), "/$schema", "\"../accelerator.schema.json\""), CATALOG)))
                .hasSize(1).first().asString().endsWith("\"$schema\": \"../../accelerator.schema.json\".");
    }

    @Test
    void aRepositoryThatTwoModelsListIsFound() {
        CatalogFile copy = at(file(R1), "models-catalog/deepseek/deepseek-r9.json");

        assertThat(messages(rule.check(copy, plus(copy)))).isNotEmpty().first().asString()
                .contains("/repositories/0/name is ").contains(R1 + " lists the same repository");
    }

    @Test
    void twoReleasesAreFound() {
        CatalogFile model = with(file(R1), "/repositories",
                "[{\"name\": \"a/b\", \"role\": \"release\"}, {\"name\": \"a/c\", \"role\": \"release\"}]");

        assertThat(messages(rule.check(model, CATALOG))).hasSize(1).first().asString().contains("2 releases");
    }
}

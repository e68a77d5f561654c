package dev.llmplanner.build.check;

import static dev.llmplanner.build.check.Facts.CATALOG;
import static dev.llmplanner.build.check.Facts.H200;
import static dev.llmplanner.build.check.Facts.accelerator;
import static dev.llmplanner.build.check.Facts.file;
import static dev.llmplanner.build.check.Facts.messages;
import static dev.llmplanner.build.check.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SparseFlopRuleTest {

    private static final List<String> FORMATS = List.of("tf32", "bf16", "fp16", "fp8", "int8", "fp4");

    /** Figures for which twice the rate is as plausible as the rate: no other figure of the record tells. */
    private static final Set<String> NOTHING_TELLS = Set.of(
            "amd-mi210 int8", "amd-mi250x int8", "nvidia-b300-sxm-288gb int8", "nvidia-gb300 int8");

    private final Rule rule = new SparseFlopRule();

    @Test
    void theH200sPrintedFp8IsTheSparseFigure() {
        assertThat(messages(rule.check(with(file(H200), "/denseTflops/fp8", "3958"), CATALOG))).containsExactly(
                H200 + ": /denseTflops/fp8 is 3958; that is the sparse figure. Use 1979.");
    }

    @ParameterizedTest
    @CsvSource({
        "nvidia-h200-sxm-141gb, bf16, 1979, 989.5",
        "nvidia-h200-sxm-141gb, tf32, 989, 494.5",
        "nvidia-h200-sxm-141gb, int8, 3958, 1979",
        "nvidia-h100-nvl-94gb, bf16, 1671, 835.5",
        "nvidia-b200-sxm-180gb, fp4, 18000, 9000",
        "nvidia-b300-sxm-288gb, fp4, 18000, 13500",
        "nvidia-gb300, fp4, 20000, 15000",
        "nvidia-h20-sxm-96gb, fp8, 592, 296",
        "nvidia-a100-sxm4-80gb, int8, 1248, 624",
        "nvidia-l40s, fp8, 1466, 733",
        "amd-mi300x, fp8, 5229.8, 2615",
        "amd-mi355x, fp8, 10000, 5000",
        "huawei-ascend-910b2, bf16, 707.8, 353.9",
        "nvidia-v100-sxm2-32gb, fp16, 250, 125"})
    void aSparseFigureIsFoundAndHalved(String id, String format, String printed, String dense) {
        CatalogFile file = with(accelerator(id), "/denseTflops/" + format, printed);

        assertThat(messages(rule.check(file, CATALOG))).containsExactly(file.path() + ": /denseTflops/" + format
                + " is " + printed + "; that is the sparse figure. Use " + dense + ".");
    }

    @ParameterizedTest
    @MethodSource("calibratedGpus")
    void anyFigureOfACalibratedGpuIsFoundWhenItIsDoubled(CatalogFile gpu) {
        for (String format : FORMATS) {
            double rate = gpu.number("/denseTflops/" + format).orElse(0);
            if (rate > 0 && !NOTHING_TELLS.contains(gpu.id() + " " + format)) {
                CatalogFile file = with(gpu, "/denseTflops/" + format, Text.number(2 * rate));
                assertThat(rule.check(file, CATALOG)).as(gpu.id() + " " + format)
                        .extracting(Finding::pointer).containsExactly("/denseTflops/" + format);
            }
        }
    }

    static Stream<CatalogFile> calibratedGpus() {
        Set<String> classes = Set.of("hopper", "blackwell", "ampere", "ada", "blackwell-workstation", "cdna3");
        return CATALOG.files().stream().filter(f -> classes.contains(f.string("/calibration").orElse("")))
                .filter(f -> FORMATS.stream().filter(x -> f.at("/denseTflops/" + x).isPresent()).count() >= 3);
    }

    @ParameterizedTest
    @CsvSource({"nvidia-h100-sxm5-80gb", "nvidia-h200-sxm-141gb", "nvidia-gh200-96gb", "nvidia-b200-sxm-180gb",
        "nvidia-a100-sxm4-80gb", "nvidia-l40s", "amd-mi300x", "amd-mi355x"})
    void aRowThatIsSparseThroughoutIsFound(String id) {
        CatalogFile file = accelerator(id);
        int formats = 0;
        for (String format : FORMATS) {
            double rate = file.number("/denseTflops/" + format).orElse(0);
            if (rate > 0) {
                file = with(file, "/denseTflops/" + format, Text.number(2 * rate));
                formats++;
            }
        }

        assertThat(rule.check(file, CATALOG)).hasSize(formats)
                .allSatisfy(f -> assertThat(f.expected()).isEqualTo("that is the sparse figure"));
    }

    @Test
    void noFigureOfTheCatalogIsTakenForSparse() {
        assertThat(CATALOG.files()).flatExtracting(f -> rule.check(f, CATALOG)).isEmpty();
    }

    @Test
    void everyExceptionStandsInTheCatalogAndIsNeeded() {
        assertThat(SparseFlopRule.DENSE_NEVERTHELESS.keySet()).allSatisfy(key -> {
            String[] parts = key.split(" ");
            CatalogFile file = accelerator(parts[0]);
            assertThat(file.number("/denseTflops/" + parts[1])).hasValue(Double.parseDouble(parts[2]));
            CatalogFile other = Facts.at(file, file.path().replace(parts[0], "another"));
            assertThat(rule.check(other, CATALOG)).as(key).isNotEmpty();
        });
    }
}

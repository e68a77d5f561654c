package dev.llmplanner.view.plan.cost;

import dev.llmplanner.contract.RequestException;
import dev.llmplanner.fuzz.Fuzz;
import dev.llmplanner.support.Application;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No file of prices makes the reader throw anything but its refusal. */
@Tag("slow")
class PricesFuzzTest {

    @Test
    void aFileOfPricesIsReadOrRefused() {
        Fuzz.read("prices", 8_000, List.of("""
                {"format": "planner-prices", "version": 1, "prices": [{"part": "accelerator", "id": "nvidia-h200-sxm-141gb", "unit": "piece",
                 "low": 25000, "typical": 30000, "high": 40000, "currency": "USD", "note": "offer"}]}"""), text -> {
            try {
                OwnPrices.ofFile(text, Application.RESOURCES);
            } catch (RequestException refused) {
                refused.getMessage();
            }
        });
    }
}

package dev.llmplanner.fuzz;

import dev.llmplanner.support.Application;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.node.DomEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No link and no file makes a page throw, wait, or hold anything but its own elements. */
@Tag("slow")
public class PagesFuzzTest {

    private static final int LONGEST = 30_000;

    /** Links as they are shared: every page, most of the fields. */
    public static final List<String> LINKS = List.of(
            "calculator?model=deepseek-r1&accelerator=nvidia-h200-sxm-141gb&gpus=8&in=1024&out=1024&users=64&weights=fp8&lang=en",
            "calculator?hardware=server&server=nvidia-dgx-h200&nodes=2&engine=sglang&kv=fp8&mode=disaggregated",
            "calculator?own=%7B%22accelerators%22%3A%7B%22own%3Aa%22%3A%7B%22name%22%3A%22A%22%7D%7D%7D&accelerator=own%3Aa",
            "models?search=deepseek&sort=-params&columns=kv,weights&family=moe", "compare?models=deepseek-r1,llama-3.3-70b",
            "model/deepseek-r1", "model/llama-3.1-405b?precision=fp8", "accelerator/nvidia-h200-sxm-141gb", "server/nvidia-dgx-h200",
            "fabric/ib-ndr", "hardware?search=h200&vendor=nvidia", "servers?search=dgx", "fabrics", "own-hardware", "own-model",
            "xray?model=deepseek-r1&accelerator=nvidia-h200-sxm-141gb&gpus=8", "validator?gpus=8&accelerator=nvidia-h200-sxm-141gb",
            "matrix?models=deepseek-r1&context=8192", "measurements", "accuracy", "guides", "guide/size-your-first-deployment",
            "plan?users=400&models=deepseek-r1&ttft=2&tpot=0.05&budget=3e6&racks=2&lang=zh-CN", "handover?model=deepseek-r1&gpus=8");

    @Test
    void aLinkOpensAPage() {
        Application[] page = {Application.open("")};
        Fuzz.read("link", 2_500, LINKS, hash -> {
            page[0].send(page[0].hashChanged(hash));
            HarmlessPage.check(page[0].screen().body());
        });
    }

    @Test
    void aFirstVisitByALinkOpensAPage() {
        Fuzz.read("first link", 600, LINKS, hash -> HarmlessPage.check(Application.open(hash).screen().body()));
    }

    @Test
    void aBenchmarkFileIsShown() {
        List<String> samples = new ArrayList<>(Samples.below("src/test/resources/benchmark", ".json", LONGEST));
        samples.addAll(Samples.below("src/test/resources/benchmark", ".log", LONGEST));
        chosen("benchmark page", 700, Route.Place.MEASUREMENTS, "measurements-file", samples);
    }

    @Test
    void aConfigurationIsShown() {
        chosen("config.json page", 500, Route.Place.OWN_MODEL, "own-model-files",
                Samples.below("src/test/resources/configs", ".json", LONGEST));
    }

    @Test
    void aFileOfOwnRecordsIsShown() {
        chosen("own records page", 500, Route.Place.OWN_HARDWARE, "own-file", ReadersFuzzTest.ownRecords());
    }

    private static void chosen(String name, int count, Route.Place place, String field, List<String> samples) {
        Application[] page = {null};
        int[] since = {0};
        Fuzz.read(name, count, samples, text -> {
            if (since[0]++ % 100 == 0) {
                page[0] = Application.open(place.code());
            }
            DomEvent event = new DomEvent("", false, false, "", false, false, false, false,
                    List.of(new DomEvent.FileText("x<img src=x onerror=alert(1)>.json", text)));
            Object answer = page[0].byId(field).listeners().get("change").handler().on(event);
            if (answer != null) {
                page[0].send((Event) answer);
            }
            HarmlessPage.check(page[0].screen().body());
        });
    }
}

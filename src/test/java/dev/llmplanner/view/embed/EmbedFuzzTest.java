package dev.llmplanner.view.embed;

import dev.llmplanner.fuzz.Fuzz;
import dev.llmplanner.fuzz.HarmlessPage;
import dev.llmplanner.fuzz.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No message and no parameter makes the embedded calculator throw, wait, or say what its schema doesn't know. */
@Tag("slow")
class EmbedFuzzTest {

    @Test
    void aMessageIsTakenOrRefused() {
        List<String> samples = new ArrayList<>(List.of(
                "{\"llmPlanner\": 1, \"type\": \"hello\"}",
                "{\"llmPlanner\": 1, \"type\": \"set\", \"language\": \"zh-CN\", \"theme\": \"dark\", \"id\": 7}",
                "{\"llmPlanner\": 1, \"type\": \"load\", \"plan\": {\"request\": {\"model\": \"deepseek-r1\"}}, \"id\": \"a\"}"));
        Samples.below("docs/contract/examples", ".request.json", 20_000).forEach(request ->
                samples.add("{\"llmPlanner\": 1, \"type\": \"load\", \"request\": " + request + "}"));
        OpenFrame frame = OpenFrame.greeted("model=deepseek-r1");
        Fuzz.read("message", 1_500, samples, text -> {
            frame.hear(OpenFrame.WIKI, text);
            HarmlessPage.check(frame.screen().body());
        });
    }

    @Test
    void parametersAreTakenOrListed() {
        Fuzz.read("embed parameters", 1_000, List.of(
                "model=deepseek-r1&hardware=nvidia-h200-sxm-141gb&lang=en&theme=dark&view=answer&hide=engine,link&gpus=8",
                "model=llama-3.3-70b&hardware=nvidia-dgx-h200&view=verdict&origin=https://wiki.example.org&users=10",
                "lang=zh-CN&in=4096&out=512&weights=fp8&engine=sglang&hide=memory,kv,speed"), text ->
                HarmlessPage.check(OpenFrame.open(text).screen().body()));
    }
}

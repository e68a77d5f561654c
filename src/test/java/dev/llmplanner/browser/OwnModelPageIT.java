package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model of one's own in a browser, from a file: pasted, chosen, dropped; as JSON and by the bytes of a GGUF header. */
@ExtendWith(BrowserExtension.class)
class OwnModelPageIT {
    private static final Path CONFIGS = Path.of("src/test/resources/configs");
    private static final Path PICTURES = Path.of("target", "own-model");

    @ParameterizedTest
    @CsvSource({"en-US, LIGHT, 1280, Where each figure is from", "zh-CN, DARK, 1280, 各项数值的来历",
        "zh-CN, LIGHT, 360, 各项数值的来历"})
    void aPastedConfigurationIsReadUsedAndCalculatedWith(
            String locale, ColorScheme scheme, int width, String derivation, DistPages pages) throws IOException {
        Page page = pages.open("#own-model", new Browser.NewContextOptions().setLocale(locale).setColorScheme(scheme)
                .setViewportSize(width, 900));
        page.locator("#own-model-text").fill(Files.readString(CONFIGS.resolve("qwen3-next-80b-a3b.json")));
        page.locator("#own-model-read").click();

        assertThat(page.locator("#derivation-title")).hasText(derivation);
        assertThat(page.locator("#own-model-result")).isFocused();
        Accessibility.verify(page);
        picture(page, "read-" + locale + "-" + width);
        page.locator("#own-model-name").fill("Mine <b>x</b>");
        page.locator("#own-model-name").press("Enter");
        assertThat(page.locator("[data-id='own:mine-bx-b']")).isFocused();
        assertThat(page.locator("[data-id='own:mine-bx-b']")).containsText("Mine bx/b");
        assertThat(page.locator("main b")).hasCount(0);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        Accessibility.verify(page);

        page.locator("[data-id='own:mine-bx-b'] a.go").click();
        assertThat(page.locator("#field-model")).hasValue("Mine bx/b");
        assertThat(page.locator("#verdict")).isVisible();
        assertThat((String) page.evaluate("JSON.stringify(Object.keys(localStorage))")).isEqualTo("[]");
        picture(page, "calculator-" + locale + "-" + width);
    }

    @Test
    void filesAreChosenAndTheirNamesAreTexts(DistPages pages) throws IOException {
        Page page = pages.open("#own-model");
        page.locator("#own-model-files").setInputFiles(payload("<img src=x onerror=alert(1)>.json", "{\"num_hidden_layers\": \"80\"}"));
        assertThat(page.locator("#own-model-wrong")).containsText("<img src=x onerror=alert(1)>.json was not used; nothing has changed. num_hidden_layers is of another kind.");
        assertThat(page.locator("main img")).hasCount(0);
        Accessibility.verify(page);
        picture(page, "refused");

        page.locator("#own-model-files").setInputFiles(new FilePayload[] {
            payload("config.json", Files.readString(CONFIGS.resolve("llama-3.1-70b.json"))),
            payload("model.safetensors.index.json",
                    "{\"metadata\": {\"total_size\": 141107412992}, \"weight_map\": {\"lm_head.weight\": \"a\"}}"),
            payload("generation_config.json", "{}")});
        assertThat(page.locator("#own-model-wrong")).isEmpty();
        assertThat(page.locator(".own-model-notices")).containsText("The index states 131.4 GiB");
    }

    @Test
    void theHeaderOfAGgufFileIsReadByItsBytes(DistPages pages) throws IOException {
        Page page = pages.open("#own-model");
        page.locator("#own-model-files").setInputFiles(new FilePayload("m.gguf", "application/octet-stream", gguf()));

        assertThat(page.locator("#own-model-result")).hasText("Read: Löwe 70B");
        assertThat(page.locator(".derivation")).containsText("llama.attention.head_count_kv");
        assertThat(page.locator(".own-model-result .model-facts")).containsText("70.6B");
    }

    @Test
    void aDroppedFileIsReadAndTheBrowserStaysOnThePage(DistPages pages) throws IOException {
        Page page = pages.open("#own-model");
        assertThat(page.locator("#own-model-files")).isVisible();
        Object prevented = page.evaluate("""
                text => {
                  const data = new DataTransfer();
                  data.items.add(new File([text], 'config.json', {type: 'application/json'}));
                  const drop = new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true});
                  document.querySelector('#heading').dispatchEvent(drop);
                  return drop.defaultPrevented;
                }""", Files.readString(CONFIGS.resolve("llama-3.1-70b.json")));

        assertThat((Boolean) prevented).isTrue();
        assertThat(page.locator("#own-model-result")).hasText("Read: llama");
    }

    @Test
    void fiftyMegabytesAreRefusedAtOnce(DistPages pages) {
        Page page = pages.open("#own-model");
        assertThat(page.locator("#own-model-files")).isVisible();
        page.evaluate("""
                () => {
                  const data = new DataTransfer();
                  data.items.add(new File([' '.repeat(52428800)], 'config.json'));
                  document.querySelector('#heading').dispatchEvent(
                      new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
                }""");

        assertThat(page.locator("#own-model-wrong")).containsText("Too large: the file has 52,428,800; at most 4,000,000 are read.");
    }

    private static FilePayload payload(String name, String text) {
        return new FilePayload(name, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void picture(Page page, String name) throws IOException {
        Files.createDirectories(PICTURES);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    /** A header of version 3 with bytes beyond ASCII. */
    private static byte[] gguf() {
        Map<String, Integer> counts = Map.of("block_count", 80, "embedding_length", 8192, "feed_forward_length", 28_672,
                "attention.head_count", 64, "attention.head_count_kv", 8, "context_length", 131_072, "vocab_size", 128_256);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(number(4, 3));
        all.writeBytes(number(8, 1));
        all.writeBytes(number(8, counts.size() + 2));
        for (List<String> text : List.of(List.of("general.architecture", "llama"), List.of("general.name", "Löwe 70B"))) {
            string(all, text.get(0));
            all.writeBytes(number(4, 8));
            string(all, text.get(1));
        }
        counts.forEach((key, value) -> {
            string(all, "llama." + key);
            all.writeBytes(number(4, 4));
            all.writeBytes(number(4, value));
        });
        string(all, "output.weight");
        all.writeBytes(number(4, 2));
        all.writeBytes(number(8, 8192));
        all.writeBytes(number(8, 128_256));
        all.writeBytes(number(4, 12));
        all.writeBytes(number(8, 0));
        return all.toByteArray();
    }

    private static void string(ByteArrayOutputStream all, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        all.writeBytes(number(8, bytes.length));
        all.writeBytes(bytes);
    }

    private static byte[] number(int size, int value) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }
}

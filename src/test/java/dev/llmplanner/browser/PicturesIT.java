package dev.llmplanner.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The READMEs' pictures, taken of dist by {@code mvn failsafe:integration-test -Dit.test=PicturesIT -Dpictures.write=true}. Of 40
 * colours, so that a repository that takes them now and then stays small.
 */
@EnabledIfSystemProperty(named = "pictures.write", matches = "true")
@ExtendWith(BrowserExtension.class)
class PicturesIT {
    private static final int COLOURS = 40;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theCalculatorStandsInTheReadme(String language, DistPages pages) throws IOException {
        Page page = pages.open("#calculator?model=deepseek-r1&hw=nvidia-h200-sxm-141gb&gpus=8&users=64",
                new Browser.NewContextOptions().setLocale(language.equals("en") ? "en-US" : language).setViewportSize(1440, 840)
                        .setColorScheme(ColorScheme.LIGHT).setReducedMotion(ReducedMotion.REDUCE));
        assertThat(page.locator("#verdict")).isVisible();

        BufferedImage shot = ImageIO.read(new ByteArrayInputStream(page.screenshot()));

        ImageIO.write(ofFewColours(shot), "png", new File("docs/images/calculator-" + language + ".png"));
    }

    /** The same with its commonest colours; every other becomes the nearest of them. */
    private static BufferedImage ofFewColours(BufferedImage shot) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < shot.getHeight(); y++) {
            for (int x = 0; x < shot.getWidth(); x++) {
                counts.merge(shot.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        List<Integer> common = counts.entrySet().stream().sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey())).limit(COLOURS).map(Map.Entry::getKey).toList();
        int[] palette = common.stream().mapToInt(Integer::intValue).toArray();
        BufferedImage out = new BufferedImage(shot.getWidth(), shot.getHeight(), BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < shot.getHeight(); y++) {
            for (int x = 0; x < shot.getWidth(); x++) {
                int index = nearest.computeIfAbsent(shot.getRGB(x, y) & 0xFFFFFF, colour -> nearest(colour, palette));
                out.getRaster().setSample(x, y, 0, index);
            }
        }
        return out;
    }

    private static int nearest(int colour, int[] palette) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int red = (colour >> 16 & 0xFF) - (palette[i] >> 16 & 0xFF);
            int green = (colour >> 8 & 0xFF) - (palette[i] >> 8 & 0xFF);
            int blue = (colour & 0xFF) - (palette[i] & 0xFF);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}

package dev.llmplanner.browser;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Screens of one view side by side, a quarter as large, and how they differ from approved ones.
 *
 * <p>Means of squares of {@value #SQUARE} × {@value #SQUARE} pixels, which are 16 × 16 on the page, are compared: how a letter
 * is drawn, or which digit a figure has, hardly moves them; a part of the page that is missing, elsewhere or of another colour
 * does.
 */
final class Sheet {
    static final int SCALE = 4;
    private static final int SQUARE = 4;
    private static final int GAP = 4;
    private static final int COLORS = 64;
    /** So many are taken by frequency alone: backgrounds differ little. */
    private static final int SHADES = 8;
    private static final int APART = 24 * 24;
    /** Of 255, by which a square's mean may differ in a channel. */
    private static final double SAME = 18;
    /** Share of an image's squares that may differ. */
    private static final double TOLERATED = 0.006;

    private final BufferedImage image;

    private Sheet(BufferedImage image) {
        this.image = image;
    }

    /** The screens, as the browser took them. */
    static Sheet of(List<byte[]> screens) {
        List<BufferedImage> small = screens.stream().map(Sheet::quarter).toList();
        int width = small.stream().mapToInt(each -> each.getWidth() + GAP).sum() - GAP;
        int height = small.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        int x = 0;
        for (BufferedImage each : small) {
            graphics.drawImage(each, x, 0, null);
            x += each.getWidth() + GAP;
        }
        graphics.dispose();
        return new Sheet(sheet);
    }

    static Sheet read(Path file) {
        try {
            BufferedImage stored = ImageIO.read(file.toFile());
            BufferedImage plain = new BufferedImage(stored.getWidth(), stored.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = plain.createGraphics();
            graphics.drawImage(stored, 0, 0, null);
            graphics.dispose();
            return new Sheet(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores it with few colours. */
    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(indexed(), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it may stand for the approved one. */
    boolean looksLike(Sheet approved) {
        return image.getWidth() == approved.image.getWidth() && image.getHeight() == approved.image.getHeight()
                && differing(approved) <= TOLERATED;
    }

    /** Share of the squares that differ; 1 for another size. */
    double differing(Sheet approved) {
        if (image.getWidth() != approved.image.getWidth() || image.getHeight() != approved.image.getHeight()) {
            return 1;
        }
        int different = 0;
        int all = 0;
        for (int y = 0; y < image.getHeight(); y += SQUARE) {
            for (int x = 0; x < image.getWidth(); x += SQUARE) {
                all++;
                different += differs(approved, x, y) ? 1 : 0;
            }
        }
        return (double) different / all;
    }

    /** The screens with a frame round what differs. */
    Sheet marked(Sheet approved) {
        BufferedImage marked = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = marked.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.setColor(java.awt.Color.RED);
        for (int y = 0; y < Math.min(image.getHeight(), approved.image.getHeight()); y += SQUARE) {
            for (int x = 0; x < Math.min(image.getWidth(), approved.image.getWidth()); x += SQUARE) {
                if (differs(approved, x, y)) {
                    graphics.drawRect(x, y, SQUARE - 1, SQUARE - 1);
                }
            }
        }
        graphics.dispose();
        return new Sheet(marked);
    }

    private boolean differs(Sheet approved, int x, int y) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs(mean(image, x, y, shift) - mean(approved.image, x, y, shift)) > SAME) {
                return true;
            }
        }
        return false;
    }

    private static double mean(BufferedImage image, int left, int top, int shift) {
        int right = Math.min(left + SQUARE, image.getWidth());
        int bottom = Math.min(top + SQUARE, image.getHeight());
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += image.getRGB(x, y) >> shift & 0xff;
            }
        }
        return sum / ((right - left) * (bottom - top));
    }

    private static BufferedImage quarter(byte[] screen) {
        try {
            BufferedImage full = ImageIO.read(new ByteArrayInputStream(screen));
            int[] pixels = full.getRGB(0, 0, full.getWidth(), full.getHeight(), null, 0, full.getWidth());
            BufferedImage small = new BufferedImage(full.getWidth() / SCALE, full.getHeight() / SCALE, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < small.getHeight(); y++) {
                for (int x = 0; x < small.getWidth(); x++) {
                    small.setRGB(x, y, mean(pixels, full.getWidth(), x * SCALE, y * SCALE));
                }
            }
            return small;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int mean(int[] pixels, int width, int left, int top) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int y = top; y < top + SCALE; y++) {
            for (int x = left; x < left + SCALE; x++) {
                int pixel = pixels[y * width + x];
                red += pixel >> 16 & 0xff;
                green += pixel >> 8 & 0xff;
                blue += pixel & 0xff;
            }
        }
        int count = SCALE * SCALE;
        return red / count << 16 | green / count << 8 | blue / count;
    }

    /** The same picture in its most frequent colours. */
    private BufferedImage indexed() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(coarse(image.getRGB(x, y)), 1, Integer::sum);
            }
        }
        int[] palette = palette(counts);
        IndexColorModel model = new IndexColorModel(6, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage small = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                small.getRaster().setSample(x, y, 0,
                        nearest.computeIfAbsent(coarse(image.getRGB(x, y)), color -> nearest(color, palette)));
            }
        }
        return small;
    }

    /** The most frequent colours of those that can be told apart: a chart's come before shades of the letters. */
    private static int[] palette(Map<Integer, Integer> counts) {
        List<Integer> chosen = new ArrayList<>();
        counts.entrySet().stream().sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey)
                .filter(color -> chosen.size() < COLORS
                        && chosen.stream().allMatch(other -> distance(color, other) > (chosen.size() < SHADES ? 0 : APART)))
                .forEach(chosen::add);
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int coarse(int color) {
        return color & 0xfcfcfc | color >> 6 & 0x030303;
    }

    private static int nearest(int color, int[] palette) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int distance = distance(color, palette[i]);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int distance(int color, int other) {
        int red = (color >> 16 & 0xff) - (other >> 16 & 0xff);
        int green = (color >> 8 & 0xff) - (other >> 8 & 0xff);
        int blue = (color & 0xff) - (other & 0xff);
        return red * red + green * green + blue * blue;
    }
}

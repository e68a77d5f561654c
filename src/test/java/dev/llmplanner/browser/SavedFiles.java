package dev.llmplanner.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads files that the page saved, as another program would. */
final class SavedFiles {

    private SavedFiles() {
    }

    /** Rows of comma-separated values, by RFC 4180; a quote before what would be a formula is not part of the cell. */
    static List<List<String>> cells(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || c != ',' && c != '\r' && c != '\n') {
                cell.append(c);
            } else if (c != '\r') {
                row.add(cell.length() > 0 && cell.charAt(0) == '\'' ? cell.substring(1) : cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        return rows;
    }

    /** The texts of a drawing's elements of that name. */
    static List<String> texts(String svg, String name) {
        NodeList elements = parsed(svg).getElementsByTagName(name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent());
        }
        return texts;
    }

    /** Size, weight and colour of a drawing's texts, each once. */
    static Set<String> looks(String svg) {
        NodeList elements = parsed(svg).getElementsByTagName("text");
        Set<String> looks = new HashSet<>();
        for (int i = 0; i < elements.getLength(); i++) {
            org.w3c.dom.Element text = (org.w3c.dom.Element) elements.item(i);
            looks.add(text.getAttribute("font-size") + " " + text.getAttribute("font-weight") + " " + text.getAttribute("fill"));
        }
        return looks;
    }

    /** Width and height of a drawing. */
    static List<Integer> size(String svg) {
        org.w3c.dom.Element root = parsed(svg).getDocumentElement();
        return List.of((int) Double.parseDouble(root.getAttribute("width")), (int) Double.parseDouble(root.getAttribute("height")));
    }

    /** The same of a picture with so many pixels for each. */
    static List<Integer> sizeOfPicture(byte[] png, int scale) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        return List.of(image.getWidth() / scale, image.getHeight() / scale);
    }

    /** How many colours a picture has. */
    static int colours(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x += 2) {
            for (int y = 0; y < image.getHeight(); y += 2) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }

    private static Document parsed(String svg) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        } catch (Exception e) {
            throw new AssertionError("not a drawing: " + svg.substring(0, Math.min(200, svg.length())), e);
        }
    }
}

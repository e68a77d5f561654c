package dev.llmplanner.handover.zip;

import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.text.Decimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A workbook of Office Open XML (ISO 29500), with the least that spreadsheets ask for: one worksheet after another, texts inside
 * their cells, formulas with their value at hand. A text is a text: none is computed.
 */
public final class Workbook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** How a cell looks; the place is that in {@code cellXfs}. */
    public enum Style { PLAIN, HEAD, AMOUNT, QUANTITY, STRONG, STRONG_AMOUNT, WRAPPED }

    /** What a cell holds. */
    public sealed interface Cell {

        record Text(String value, Style style) implements Cell {}

        record Number(double value, Style style) implements Cell {}

        /**
         * @param expression without the sign of equality
         * @param value      that it has now
         */
        record Formula(String expression, double value, Style style) implements Cell {}

        /** Nothing. */
        record Empty() implements Cell {}
    }

    /**
     * One worksheet, whose first row stays in sight.
     *
     * @param widths of columns, in characters
     */
    public record Sheet(String name, List<Integer> widths, List<List<Cell>> rows) {

        public Sheet {
            widths = List.copyOf(widths);
            rows = List.copyOf(rows);
        }
    }

    private Workbook() {}

    /** The file. */
    public static byte[] of(List<Sheet> sheets) {
        List<Artifact> parts = new ArrayList<>();
        StringBuilder types = new StringBuilder(HEAD).append("<Types xmlns=\"").append(PACKAGE).append("content-types\">")
                .append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
                .append(override("workbook.xml", "sheet.main+xml")).append(override("styles.xml", "styles+xml"));
        StringBuilder names = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            String number = Decimal.whole(i);
            String part = "worksheets/sheet" + number + ".xml";
            types.append(override(part, "worksheet+xml"));
            names.append("<sheet name=\"").append(xml(sheetName(sheets.get(i - 1).name()))).append("\" sheetId=\"")
                    .append(number).append("\" r:id=\"r").append(number).append("\"/>");
            relations.append(relation("r" + number, "worksheet", part));
            parts.add(Artifact.of("xl/" + part, sheet(sheets.get(i - 1))));
        }
        parts.add(0, Artifact.of("[Content_Types].xml", types.append("</Types>").toString()));
        parts.add(1, Artifact.of("_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml"))));
        parts.add(2, Artifact.of("xl/workbook.xml", HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                + "\"><sheets>" + names + "</sheets><calcPr fullCalcOnLoad=\"1\"/></workbook>"));
        parts.add(3, Artifact.of("xl/_rels/workbook.xml.rels",
                relations(relations + relation("styles", "styles", "styles.xml"))));
        parts.add(4, Artifact.of("xl/styles.xml", styles()));
        return Zip.of(parts);
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/xl/" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String all) {
        return HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
    }

    /** Fonts: plain, bold, bold on a fill. Number formats 3 and 4 are built in: grouped, and grouped with two decimals. */
    private static String styles() {
        String font = "<sz val=\"10\"/><name val=\"Calibri\"/>";
        String plain = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>";
        return HEAD + "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"2\"><font>" + font + "</font><font><b/>" + font
                + "</font></fonts><fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
                + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE8EDF2\"/></patternFill></fill></fills>"
                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"7\">" + plain
                + style(0, 1, 2, true) + style(3, 0, 0, false) + style(0, 0, 0, false) + style(0, 1, 0, false)
                + style(3, 1, 0, false) + style(0, 0, 0, true)
                + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
    }

    private static String style(int format, int font, int fill, boolean wrapped) {
        return "<xf numFmtId=\"" + Decimal.whole(format) + "\" fontId=\"" + Decimal.whole(font) + "\" fillId=\""
                + Decimal.whole(fill) + "\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\""
                + (wrapped ? " applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>" : "/>");
    }

    private static String sheet(Sheet sheet) {
        StringBuilder text = new StringBuilder(HEAD).append("<worksheet xmlns=\"").append(MAIN)
                .append("\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">")
                .append("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (int i = 0; i < sheet.widths().size(); i++) {
            String column = Decimal.whole(i + 1);
            text.append("<col min=\"").append(column).append("\" max=\"").append(column).append("\" width=\"")
                    .append(Decimal.whole(sheet.widths().get(i))).append("\" customWidth=\"1\"/>");
        }
        text.append("</cols><sheetData>");
        for (int row = 0; row < sheet.rows().size(); row++) {
            text.append("<row r=\"").append(Decimal.whole(row + 1)).append("\">");
            for (int column = 0; column < sheet.rows().get(row).size(); column++) {
                cell(sheet.rows().get(row).get(column), reference(column, row), text);
            }
            text.append("</row>");
        }
        return text.append("</sheetData><pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
                + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>").toString();
    }

    private static void cell(Cell cell, String reference, StringBuilder text) {
        if (cell instanceof Cell.Text value) {
            text.append("<c r=\"").append(reference).append("\" s=\"").append(place(value.style()))
                    .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">").append(xml(value.value()))
                    .append("</t></is></c>");
        } else if (cell instanceof Cell.Number number) {
            text.append("<c r=\"").append(reference).append("\" s=\"").append(place(number.style())).append("\"><v>")
                    .append(Decimal.precise(number.value())).append("</v></c>");
        } else if (cell instanceof Cell.Formula formula) {
            text.append("<c r=\"").append(reference).append("\" s=\"").append(place(formula.style())).append("\"><f>")
                    .append(xml(formula.expression())).append("</f><v>").append(Decimal.precise(formula.value()))
                    .append("</v></c>");
        }
    }

    private static String place(Style style) {
        return Decimal.whole(style.ordinal());
    }

    /** The name of a cell, such as B7; both from 0, up to 26 columns. */
    public static String reference(int column, int row) {
        return (char) ('A' + column) + Decimal.whole(row + 1);
    }

    private static String sheetName(String name) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < name.length() && safe.length() < 31; i++) {
            safe.append("[]:*?/\\'".indexOf(name.charAt(i)) >= 0 ? ' ' : name.charAt(i));
        }
        return safe.toString();
    }

    /** Text of an element or attribute; what XML can't hold becomes a space. */
    private static String xml(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean paired = Character.isHighSurrogate(c) && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1));
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                // Spreadsheets read _x000D_ as a control.
                case '_' -> text.append(value.startsWith("_x", i) ? "_x005F_" : "_");
                default -> {
                    if (paired) {
                        text.append(c).append(value.charAt(++i));
                    } else {
                        boolean held = c >= ' ' && c < 0x7f || c >= 0xa0 && !Character.isSurrogate(c) && c < 0xfffe;
                        text.append(held ? c : ' ');
                    }
                }
            }
        }
        return text.toString();
    }
}

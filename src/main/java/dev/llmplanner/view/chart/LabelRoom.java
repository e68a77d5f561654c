package dev.llmplanner.view.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds room for labels, by lengths that are near enough: the chart's height is fixed, its width is that of a common column,
 * and a letter is as wide as most are.
 */
final class LabelRoom {
    static final double WIDTH = 640;
    static final double LINE = 16;
    private static final double LETTER = 7;
    private static final double IDEOGRAPH = 12;
    static final double GAP = 8;

    private final List<Box> taken = new ArrayList<>();

    /** Sides of a point, the preferred first. */
    enum Side {
        RIGHT("right"),
        TOP("top"),
        LEFT("left"),
        BOTTOM("bottom"),
        NONE("");

        private final String code;

        Side(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Pixels that a text takes at the charts' size. */
    static double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += text.charAt(i) >= 0x2E80 ? IDEOGRAPH : LETTER;
        }
        return width;
    }

    /** The widest of those texts. */
    static double widest(List<String> texts) {
        double widest = 0;
        for (String text : texts) {
            widest = Math.max(widest, width(text));
        }
        return widest;
    }

    /** Keeps the place of a point's symbol free. */
    void point(double x, double y) {
        taken.add(new Box(x - 5, y - 5, x + 5, y + 5));
    }

    /** Keeps the way of a straight line free. */
    void line(double fromX, double fromY, double toX, double toY) {
        int pieces = 1 + (int) ((Math.abs(toX - fromX) + Math.abs(toY - fromY)) / LINE);
        for (int i = 0; i <= pieces; i++) {
            double share = (double) i / pieces;
            double x = fromX + share * (toX - fromX);
            double y = fromY + share * (toY - fromY);
            taken.add(new Box(x - 2, y - 2, x + 2, y + 2));
        }
    }

    /** A side of that point where the text overlaps nothing so far, which it takes; none if there is none. */
    Side place(double x, double y, String text) {
        double width = width(text);
        for (Side side : Side.values()) {
            Box box = box(side, x, y, width);
            if (side == Side.NONE || box.left() >= 0 && box.right() <= WIDTH
                    && taken.stream().noneMatch(box::overlaps)) {
                if (side != Side.NONE) {
                    taken.add(box);
                }
                return side;
            }
        }
        return Side.NONE;
    }

    private static Box box(Side side, double x, double y, double width) {
        double half = LINE / 2;
        return switch (side) {
            case LEFT -> new Box(x - GAP - width, y - half, x - GAP, y + half);
            case TOP -> new Box(x - width / 2, y - GAP - LINE, x + width / 2, y - GAP);
            case BOTTOM -> new Box(x - width / 2, y + GAP, x + width / 2, y + GAP + LINE);
            case RIGHT, NONE -> new Box(x + GAP, y - half, x + GAP + width, y + half);
        };
    }

    /** How far to shift each label down so that none overlaps another: heights in px from above, in any order. */
    static double[] shifts(double[] heights) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < heights.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(heights[a], heights[b]));
        double[] shifts = new double[heights.length];
        double lowest = Double.NEGATIVE_INFINITY;
        for (int label : order) {
            double at = Math.max(heights[label], lowest + LINE);
            shifts[label] = at - heights[label];
            lowest = at;
        }
        return shifts;
    }

    private record Box(double left, double top, double right, double bottom) {

        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }
}

package dev.llmplanner.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ids that a mistyped one may have meant. */
final class Nearest {

    private static final int SHOWN = 5;

    private Nearest() {}

    /** The ids that share most pairs of letters with {@code typed}, best first. */
    static List<String> to(String typed, List<String> ids) {
        List<String> best = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        for (String id : ids) {
            double score = similarity(typed.toLowerCase(), id);
            int place = best.size();
            while (place > 0 && (scores.get(place - 1) < score
                    || scores.get(place - 1) == score && best.get(place - 1).compareTo(id) > 0)) {
                place--;
            }
            best.add(place, id);
            scores.add(place, score);
            if (best.size() > SHOWN) {
                best.remove(SHOWN);
                scores.remove(SHOWN);
            }
        }
        return best;
    }

    /** Dice's coefficient over pairs of letters, 0–1. */
    private static double similarity(String a, String b) {
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 2 <= a.length(); i++) {
            pairs.merge(a.substring(i, i + 2), 1, Integer::sum);
        }
        int shared = 0;
        for (int i = 0; i + 2 <= b.length(); i++) {
            String pair = b.substring(i, i + 2);
            int left = pairs.getOrDefault(pair, 0);
            if (left > 0) {
                shared++;
                pairs.put(pair, left - 1);
            }
        }
        int total = Math.max(0, a.length() - 1) + Math.max(0, b.length() - 1);
        return total == 0 ? 0 : 2.0 * shared / total;
    }
}

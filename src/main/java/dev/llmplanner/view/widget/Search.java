package dev.llmplanner.view.widget;

import java.util.ArrayList;
import java.util.List;

/** Plain search: every word that is typed must occur. */
public final class Search {

    private Search() {}

    /** The words of a query, in lower case. */
    public static List<String> words(String query) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String text = query.toLowerCase() + " ";
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\u3000') {
                word.append(c);
            } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** Whether each of the words occurs in the text, which is in lower case. */
    public static boolean matches(String text, List<String> words) {
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}

package dev.llmplanner.view.guide;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All guides of the reader's language, in the order in which they are read, and what they compute:
 * {@code {texts: {language: {slug: …}}, figures: {slug: …}}}.
 */
final class GuideBook {
    private final List<GuideText> guides;
    private final JsonObject figures;

    private GuideBook(List<GuideText> guides, JsonObject figures) {
        this.guides = guides;
        this.figures = figures;
    }

    /** The guides as far as they are loaded. */
    static GuideBook of(State state) {
        Json data = DataFile.GUIDES.in(state).data().orElse(null);
        JsonObject all = data instanceof JsonObject loaded ? loaded : new JsonObject(Map.of());
        List<GuideText> guides = new ArrayList<>();
        member(member(all, "texts"), state.language()).members()
                .forEach((slug, guide) -> guides.add(GuideText.read(slug, (JsonObject) guide)));
        guides.sort(Comparator.comparing(GuideText::persona).thenComparingDouble(GuideText::order));
        return new GuideBook(guides, member(all, "figures"));
    }

    private static JsonObject member(JsonObject object, String name) {
        return object.get(name).orElse(null) instanceof JsonObject inner ? inner : new JsonObject(Map.of());
    }

    boolean isEmpty() {
        return guides.isEmpty();
    }

    Optional<GuideText> guide(String slug) {
        return guides.stream().filter(guide -> guide.slug().equals(slug)).findFirst();
    }

    /** The guides by persona. */
    Map<GuideText.Persona, List<GuideText>> byPersona() {
        Map<GuideText.Persona, List<GuideText>> groups = new LinkedHashMap<>();
        for (GuideText guide : guides) {
            groups.computeIfAbsent(guide.persona(), persona -> new ArrayList<>()).add(guide);
        }
        return groups;
    }

    /** The guide so many places after that one; empty at the ends. */
    Optional<GuideText> after(GuideText guide, int places) {
        for (int i = 0; i < guides.size(); i++) {
            if (guides.get(i).slug().equals(guide.slug())) {
                int at = i + places;
                return at >= 0 && at < guides.size() ? Optional.of(guides.get(at)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    GuideFigures figures(String slug) {
        return GuideFigures.read(member(figures, slug));
    }
}

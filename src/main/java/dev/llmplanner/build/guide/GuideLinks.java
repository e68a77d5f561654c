package dev.llmplanner.build.guide;

import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.State;
import dev.llmplanner.view.app.PlannerProgram;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the links of guides lead. */
final class GuideLinks {
    private final Resources resources;
    private final PlannerProgram program;

    GuideLinks(Resources resources) {
        this.resources = resources;
        this.program = new PlannerProgram(resources);
    }

    /**
     * Why a link leads nowhere; empty where it leads somewhere.
     *
     * @param from      the file that it stands in
     * @param guides    the files of the same language
     * @param anchors   ids of the file's headings
     * @param scenarios ids of the guide's scenarios
     */
    Optional<String> problem(String target, Path from, Set<Path> guides, Set<String> anchors, Set<String> scenarios) {
        if (target.startsWith("https://")) {
            return Optional.empty();
        }
        if (target.startsWith("=")) {
            return refused(!scenarios.contains(target.substring(1)), "no scenario " + target.substring(1));
        }
        if (target.startsWith("#/")) {
            return place(target.substring(2), guides);
        }
        if (target.startsWith("#")) {
            return refused(!anchors.contains("on-" + target.substring(1)), "no heading " + target + " among " + anchors);
        }
        return refused(!guides.contains(from.getParent().resolve(target).normalize()), "no guide " + target);
    }

    private Optional<String> place(String hash, Set<Path> guides) {
        State state = program.start(new Start(hash, List.of(Resources.ENGLISH), Map.of(), false, Optional.empty())).state();
        Route route = state.route();
        if (!state.ignored().isEmpty()) {
            return Optional.of("the app can't use " + state.ignored() + " of #/" + hash);
        }
        if (route.place().isRecord()) {
            boolean known = resources.bundle().get(route.place().collection()).orElse(null) instanceof JsonObject records
                    && records.get(route.id()).isPresent();
            return refused(!known, "no record " + route.path());
        }
        boolean guide = guides.stream().anyMatch(file -> file.getFileName().toString().equals(route.id() + ".md"));
        return refused(route.place() == Route.Place.GUIDE && !guide, "no guide " + route.id());
    }

    private static Optional<String> refused(boolean wrong, String what) {
        return wrong ? Optional.of(what) : Optional.empty();
    }
}

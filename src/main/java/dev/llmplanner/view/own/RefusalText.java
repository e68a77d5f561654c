package dev.llmplanner.view.own;

import dev.llmplanner.checkpoint.RefusalCode;
import dev.llmplanner.checkpoint.Refused;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.text.Arguments;
import java.util.List;

/** Says which field of a checkpoint isn't understood, and what may stand there. */
public final class RefusalText {
    private static final int MOST_NAMES = 24;

    private RefusalText() {}

    /** One or two sentences. Names from the file stand in them as text. */
    public static String of(Refused refused, Scene scene) {
        boolean kindKnown = refused.code() != RefusalCode.WRONG_TYPE || !refused.allowed().isEmpty();
        return scene.say("checkpoint.refused." + (kindKnown ? refused.code().code() : "wrong-value"), Arguments
                .of("path", refused.path().isEmpty() ? scene.say("checkpoint.whole") : refused.path())
                .and("allowed", names(refused.allowed(), scene))
                .and("least", limit(refused, "least", scene))
                .and("most", limit(refused, "most", scene))
                .and("found", limit(refused, "found", scene))
                .and("needed", limit(refused, "needed", scene)));
    }

    /** The first of those names, kinds of values in the reader's language; and how many more there are. */
    public static String names(List<String> names, Scene scene) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < names.size() && i < MOST_NAMES; i++) {
            String kind = "checkpoint.kind." + names.get(i);
            out.append(i == 0 ? "" : scene.say("list.separator"))
                    .append(scene.words().knows(kind) ? scene.say(kind) : names.get(i));
        }
        return names.size() <= MOST_NAMES ? out.toString() : scene.say("checkpoint.more", Arguments
                .of("names", out.toString()).and("count", names.size() - MOST_NAMES));
    }

    private static String limit(Refused refused, String name, Scene scene) {
        Double limit = refused.limits().get(name);
        return limit == null ? "" : scene.words().number(limit, 0);
    }
}

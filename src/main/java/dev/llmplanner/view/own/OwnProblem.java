package dev.llmplanner.view.own;

import dev.llmplanner.catalog.FactProblem;
import dev.llmplanner.checkpoint.Refused;
import java.util.Optional;

/**
 * Why a file or a link can't be used.
 *
 * @param code    {@code too-large}, {@code too-deep}, {@code not-json}, {@code other-kind}, {@code other-version},
 *                {@code wrong-shape}, {@code bad-id}, {@code too-many}, {@code record}
 * @param text    what it is about: an id or a kind
 * @param fact    what is wrong within the record {@code text}
 * @param refused what is wrong within the model {@code text}
 */
public record OwnProblem(String code, String text, Optional<FactProblem> fact, Optional<Refused> refused) {
    private static final int LONGEST = 80;

    static OwnProblem of(String code, String text) {
        return new OwnProblem(code, text.length() > LONGEST ? text.substring(0, LONGEST) + "\u2026" : text,
                Optional.empty(), Optional.empty());
    }

    static OwnProblem of(String id, FactProblem problem) {
        return new OwnProblem("record", id, Optional.of(problem), Optional.empty());
    }

    static OwnProblem of(String id, Refused refused) {
        return new OwnProblem("record", id, Optional.empty(), Optional.of(refused));
    }
}

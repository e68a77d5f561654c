package dev.llmplanner.view.own;

import dev.llmplanner.catalog.FactProblem;
import java.util.Optional;

/**
 * Why a file or a link can't be used.
 *
 * @param code   {@code too-large}, {@code too-deep}, {@code not-json}, {@code other-kind}, {@code other-version},
 *               {@code wrong-shape}, {@code bad-id}, {@code too-many}, {@code record}
 * @param text   what it is about: an id or a kind
 * @param fact   what is wrong within the record {@code text}
 */
public record OwnProblem(String code, String text, Optional<FactProblem> fact) {

    static OwnProblem of(String code, String text) {
        return new OwnProblem(code, text.length() > 80 ? text.substring(0, 80) + "\u2026" : text, Optional.empty());
    }
}

package dev.llmplanner.engine.cost;

import java.util.List;

/**
 * A sum in one currency, with what it leaves out.
 *
 * @param lacks empty exactly where the sum is complete
 */
public record Total(Money money, List<Lack> lacks) {

    public Total {
        lacks = List.copyOf(lacks);
    }
}

package dev.llmplanner.view.embed;

import java.util.List;

/**
 * A parameter that can't be used.
 *
 * @param name    as it stands in the address
 * @param text    as it stands in the address
 * @param allowed what may stand there; names of parameters where the name itself is unknown
 * @param unknown whether there is no parameter of that name
 */
record Wrong(String name, String text, List<String> allowed, boolean unknown) {

    Wrong {
        allowed = List.copyOf(allowed);
    }
}

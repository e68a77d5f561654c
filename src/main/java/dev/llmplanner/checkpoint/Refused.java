package dev.llmplanner.checkpoint;

import java.util.List;
import java.util.Map;

/**
 * A file that can't be read as a model. Names that the file chose lose their markup.
 *
 * @param code    why: one of {@link RefusalCode}
 * @param path    where in the file, as {@code text_config.num_hidden_layers}; empty for the whole file
 * @param allowed what may stand there: values, names of fields, kinds; never a sentence
 * @param limits  bounds and found figures by name: least, most, found
 */
public record Refused(RefusalCode code, String path, List<String> allowed, Map<String, Double> limits) implements Reading {

    public Refused {
        path = Names.place(path);
        allowed = allowed.stream().map(Names::place).toList();
        limits = Map.copyOf(limits);
    }
}

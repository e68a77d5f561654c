package dev.llmplanner.handover.launch;

import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one replica is started.
 *
 * @param program     words before the flags; the model's name stands among them where the engine takes it there
 * @param flags       in the order in which they are written
 * @param environment variables
 * @param settings    entries of the settings file, which {@code files} holds
 * @param files       that the engine reads, below {@link #FILES}
 * @param mpi         whether one command starts all hosts by MPI
 * @param port        that serves
 * @param health      path that answers when the server is ready
 * @param problems    what can't be expressed, and what to mind
 * @param least       the least version that is known to have all of these options
 */
public record Launch(
        Order order,
        List<String> program,
        List<Setting> flags,
        List<Setting> environment,
        List<Setting> settings,
        List<Artifact> files,
        boolean mpi,
        int port,
        String health,
        List<Finding> problems,
        Optional<String> least) {

    /** Where {@code files} lie on each host. */
    public static final String FILES = "/etc/llm-planner";

    /** Where weights lie on each host. */
    public static final String MODELS = "/models";

    public Launch {
        program = List.copyOf(program);
        flags = List.copyOf(flags);
        environment = List.copyOf(environment);
        settings = List.copyOf(settings);
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** All options, for a list with reasons. */
    public List<Setting> options() {
        List<Setting> all = new ArrayList<>(flags);
        all.addAll(settings);
        all.addAll(environment);
        return all;
    }
}

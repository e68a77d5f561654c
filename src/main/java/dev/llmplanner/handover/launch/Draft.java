package dev.llmplanner.handover.launch;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.Order.Role;
import dev.llmplanner.handover.launch.Setting.Hosts;
import dev.llmplanner.handover.text.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A launch while it is written: what the engines have in common. */
final class Draft {

    private static final int MOST_DEVICES_OF_A_HOST = 16;
    private static final int WHOLE_PORT = 8000;
    private static final int PREFILL_PORT = 8100;
    private static final int DECODE_PORT = 8200;

    final Order order;
    final ParallelLayout layout;
    final EngineOptions options;
    final List<String> program = new ArrayList<>();
    final List<Artifact> files = new ArrayList<>();
    boolean mpi;
    int port;
    String health = "/health";

    private final List<Setting> flags = new ArrayList<>();
    private final List<Setting> environment = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();
    private final List<Finding> problems = new ArrayList<>();

    Draft(Order order, EngineOptions options) {
        this.order = order;
        this.layout = order.layout();
        this.options = options;
        this.port = port(order.role());
        common();
    }

    /** Workers of both kinds may share a host, and so do they with the router. */
    private static int port(Role role) {
        return switch (role) {
            case WHOLE -> WHOLE_PORT;
            case PREFILL -> PREFILL_PORT;
            case DECODE -> DECODE_PORT;
        };
    }

    private void common() {
        if (order.gpusPerHost() > MOST_DEVICES_OF_A_HOST) {
            problem(Severity.WARNING, "rack-hosts");
        }
        if (order.gpus() % order.hosts() != 0) {
            problem(Severity.BLOCKING, "uneven-hosts");
        }
        if (order.recipe().linear().isGguf()) {
            problem(Severity.BLOCKING, "gguf");
        } else if (order.repository().isEmpty() && !quantisedOnLoad()) {
            problem(Severity.WARNING, "no-checkpoint");
        }
        if (order.engineVersion().isEmpty()) {
            problem(Severity.NOTE, "version-open");
        }
    }

    /** Whether the engine makes FP8 of the released weights while it loads them. */
    boolean quantisedOnLoad() {
        return order.repository().isEmpty() && order.recipe().linear() == WeightFormat.FP8
                && order.model().nativeRecipe().linear() == WeightFormat.BF16;
    }

    /** What the engine loads: the repository's name, or the folder that it has to be put into. */
    String model() {
        return order.repository().or(() -> quantisedOnLoad() ? release() : Optional.empty())
                .orElseGet(() -> Launch.MODELS + "/" + slug());
    }

    private Optional<String> release() {
        return order.model().repositories().stream()
                .filter(repository -> repository.role().equals("release")).findFirst()
                .map(repository -> repository.name());
    }

    /** The name under which the model is served. */
    String slug() {
        return Slug.of(order.model().id(), "model");
    }

    void flag(String name, String value, Why why) {
        flags.add(Setting.of(options.option(name), value, why));
    }

    void flag(String name, double value, Why why) {
        flags.add(Setting.of(options.option(name), value, why));
    }

    void flag(String name, Value value, Why why) {
        flags.add(Setting.of(options.option(name), value, why));
    }

    void alone(String name, Why why) {
        flags.add(Setting.alone(options.option(name), why));
    }

    void worker(String name, Why why) {
        flags.add(Setting.alone(options.option(name), why).onWorkers());
    }

    void worker(String name, Value value, Why why) {
        flags.add(new Setting(options.option(name), Optional.of(value), Hosts.WORKERS, why));
    }

    void environment(String name, String value, Why why) {
        environment.add(Setting.of(options.option(name), value, why));
    }

    void environment(String name, Value value, Why why) {
        environment.add(Setting.of(options.option(name), value, why));
    }

    void setting(String name, String value, Why why) {
        settings.add(Setting.of(options.option(name), value, why));
    }

    void problem(Severity severity, String code) {
        problems.add(Finding.of(severity, code));
    }

    void problem(Finding finding) {
        problems.add(finding);
    }

    /** Where weights are kept between starts. */
    void weightsFolder() {
        environment("HF_HOME", Launch.MODELS, Why.of("weights-folder"));
    }

    Launch build() {
        List<String> used = new ArrayList<>();
        for (List<Setting> list : List.of(flags, settings, environment)) {
            list.forEach(setting -> used.add(setting.option().name()));
        }
        return new Launch(order, program, flags, environment, settings, files, mpi, port, health, problems,
                options.leastVersion(used));
    }
}

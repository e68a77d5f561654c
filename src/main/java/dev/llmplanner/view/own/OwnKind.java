package dev.llmplanner.view.own;

import java.util.List;

/** What goes into one file and is kept together. */
public enum OwnKind {
    /** Accelerators and servers. */
    HARDWARE("hardware", List.of("accelerators", "servers")),
    /** Models. */
    MODELS("models", List.of("models"));

    private final String code;
    private final List<String> collections;

    OwnKind(String code, List<String> collections) {
        this.code = code;
        this.collections = collections;
    }

    /** The name in messages and file names. */
    public String code() {
        return code;
    }

    /** The catalog's collections that it holds; one that others refer to stands before them. */
    public List<String> collections() {
        return collections;
    }

    /** The member {@code kind} of its file. */
    public String fileKind() {
        return "llm-deployment-planner/" + code;
    }

    /** The name under which the browser keeps it. */
    public String storedName() {
        return "own." + code;
    }
}

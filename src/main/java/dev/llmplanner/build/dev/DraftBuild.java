package dev.llmplanner.build.dev;

import dev.llmplanner.build.dist.DraftFiles;
import dev.llmplanner.build.teavm.DraftCompiler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * Makes the page from classes and files. Runs in {@link FreshClasses}, since guides and the catalog are checked with the
 * engine as it is now; so it takes and gives only what the JDK has.
 */
public final class DraftBuild implements Callable<Integer> {
    private final Path root;
    private final DraftFiles.Versions versions;
    private final String classPath;
    private final boolean engine;

    /** Arguments as {@link DevMain} has them, the class path, and whether to make what the page loads later. */
    public DraftBuild(String[] arguments, String classPath, boolean engine) {
        this.root = Path.of(arguments[0]);
        this.versions = new DraftFiles.Versions(arguments[1], arguments[2], arguments[3]);
        this.classPath = classPath;
        this.engine = engine;
    }

    /** How many files are different from those of the last time. */
    @Override
    public Integer call() throws Exception {
        Path compiled = root.resolve(DevMain.TARGET).resolve("teavm");
        DraftCompiler compiler = new DraftCompiler(classPath, compiled, DraftBuild.class.getClassLoader());
        boolean anew = engine ? compiler.engine() : compiler.page();
        boolean complete = Files.exists(compiled.resolve("workbench.js")) && Files.exists(compiled.resolve("search.js"));
        return !complete || engine && !anew ? 0
                : DraftFiles.write(root, compiled, versions, root.resolve(DevMain.TARGET).resolve("dist"));
    }
}

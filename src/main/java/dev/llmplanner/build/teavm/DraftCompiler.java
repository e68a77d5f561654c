package dev.llmplanner.build.teavm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.diagnostics.Problem;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles scripts quickly rather than small: no inlining, no second analysis, and what TeaVM kept of the last run. A script
 * whose {@link Fingerprint} still holds is left as it is.
 */
public final class DraftCompiler {
    private final String classPath;
    private final Path target;
    private final ClassLoader loader;

    /**
     * @param classPath with the directory of compiled classes first
     * @param target    the directory to write to
     * @param loader    of the transformers
     */
    public DraftCompiler(String classPath, Path target, ClassLoader loader) {
        this.classPath = classPath;
        this.target = target;
        this.loader = loader;
    }

    /** Compiles the page that holds every other; true if the script was made anew. */
    public boolean page() throws IOException, TeaVMToolException {
        return compile("dev.llmplanner.browser.WorkbenchPage", JSModuleType.UMD, "workbench.js");
    }

    /** Compiles what the page loads when it is wanted; true if a script was made anew. */
    public boolean engine() throws IOException, TeaVMToolException {
        return compile("dev.llmplanner.browser.EngineModule", JSModuleType.ES2015, "engine.js")
                | compile("dev.llmplanner.browser.SearchScript", JSModuleType.ES2015, "search.js");
    }

    private boolean compile(String mainClass, JSModuleType type, String file) throws IOException, TeaVMToolException {
        Fingerprint fingerprint = new Fingerprint(Path.of(classPath.split(File.pathSeparator)[0]), classPath);
        if (fingerprint.isOf(target.resolve(file))) {
            return false;
        }
        TeaVMTool tool = new TeaVMTool();
        tool.setLog(new EmptyTeaVMToolLog());
        tool.setClassLoader(loader);
        tool.setClassPath(Arrays.stream(classPath.split(File.pathSeparator)).map(File::new).toList());
        tool.getTransformers().add(LeanClasses.class.getName());
        tool.setMainClass(mainClass);
        tool.setJsModuleType(type);
        tool.setOptimizationLevel(TeaVMOptimizationLevel.SIMPLE);
        tool.setFastDependencyAnalysis(true);
        // Exports of a module are read from the compact form.
        tool.setObfuscated(type == JSModuleType.ES2015);
        tool.setIncremental(true);
        tool.setCacheDirectory(target.resolve("cache-" + file).toFile());
        tool.setStrict(false);
        tool.setTargetDirectory(target.toFile());
        tool.setTargetFileName(file);
        tool.generate();
        List<Problem> problems = tool.getProblemProvider().getSevereProblems();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems.stream().map(CompileMain::text).toList()));
        }
        fingerprint.write(target.resolve(file), tool.getDependencyInfo().getReachableClasses());
        return true;
    }
}

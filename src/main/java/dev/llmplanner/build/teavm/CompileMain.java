package dev.llmplanner.build.teavm;

import dev.llmplanner.build.Neutral;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.diagnostics.Problem;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles the pages, the engine module and the search to JavaScript, and the engine module to Wasm GC as well.
 *
 * <p>A program of its own, since TeaVM's order of functions and types follows identity hashes: the build starts it in a Java
 * machine in which they are all the same, so that two builds of one commit give the same bytes. What has a {@link Fingerprint}
 * that still holds is left as it is.
 */
public final class CompileMain {
    private static final String ENGINE = "dev.llmplanner.browser.EngineModule";

    private CompileMain() {
    }

    /**
     * Compiles all of them, or another script.
     *
     * @param arguments the directory to write to; for another script also its main class and its file
     */
    public static void main(String[] arguments) throws TeaVMToolException, IOException {
        Neutral.language();
        Path target = Path.of(arguments[0]);
        if (arguments.length == 3) {
            compile(arguments[1], JSModuleType.UMD, target, arguments[2]);
            return;
        }
        compile("dev.llmplanner.browser.Page", JSModuleType.UMD, target, "page.js");
        compile("dev.llmplanner.browser.WorkbenchPage", JSModuleType.UMD, target, "workbench.js");
        compile("dev.llmplanner.browser.EmbeddedPage", JSModuleType.UMD, target, "embed.js");
        compile(ENGINE, JSModuleType.ES2015, target, "engine.js");
        compile(ENGINE, TeaVMTargetType.WEBASSEMBLY_GC, JSModuleType.NONE, target, "engine.wasm");
        compile("dev.llmplanner.browser.SearchScript", JSModuleType.ES2015, target, "search.js");
    }

    private static void compile(String mainClass, JSModuleType module, Path target, String file)
            throws TeaVMToolException, IOException {
        compile(mainClass, TeaVMTargetType.JAVASCRIPT, module, target, file);
    }

    private static void compile(String mainClass, TeaVMTargetType language, JSModuleType module, Path target, String file)
            throws TeaVMToolException, IOException {
        String classPath = System.getProperty("java.class.path");
        Fingerprint fingerprint = new Fingerprint(Path.of(classPath.split(File.pathSeparator)[0]), classPath);
        if (fingerprint.isOf(target.resolve(file))) {
            return;
        }
        TeaVMTool tool = new TeaVMTool();
        tool.setLog(new ConsoleTeaVMToolLog(false));
        tool.setClassLoader(CompileMain.class.getClassLoader());
        tool.setClassPath(Arrays.stream(classPath.split(File.pathSeparator)).map(File::new).toList());
        tool.getTransformers().add(LeanClasses.class.getName());
        if (language == TeaVMTargetType.WEBASSEMBLY_GC) {
            tool.getTransformers().add(EmptyMapGuard.class.getName());
        }
        tool.setMainClass(mainClass);
        tool.setTargetType(language);
        tool.setJsModuleType(module);
        tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        tool.setObfuscated(true);
        tool.setStrict(false);
        tool.setTargetDirectory(target.toFile());
        tool.setTargetFileName(file);
        tool.generate();
        List<Problem> problems = tool.getProblemProvider().getSevereProblems();
        if (!problems.isEmpty()) {
            problems.forEach(problem -> System.err.println(text(problem)));
            System.exit(1);
        }
        fingerprint.write(target.resolve(file), tool.getDependencyInfo().getReachableClasses());
    }

    static String text(Problem problem) {
        DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
        problem.render(text);
        return text.getText() + " at " + problem.getLocation();
    }
}

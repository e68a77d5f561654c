package dev.llmplanner.build.teavm;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.diagnostics.Problem;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles the page and the engine module to JavaScript.
 *
 * <p>A program of its own, since TeaVM's order of functions follows identity hashes: the build starts it in a Java machine
 * that counts them from one, so that two builds of one commit give the same bytes.
 */
public final class CompileMain {

    private CompileMain() {
    }

    /**
     * Compiles all three, or another script.
     *
     * @param arguments the directory to write to; for another script also its main class and its file
     */
    public static void main(String[] arguments) throws TeaVMToolException {
        Path target = Path.of(arguments[0]);
        if (arguments.length == 3) {
            compile(arguments[1], JSModuleType.UMD, target, arguments[2]);
            return;
        }
        compile("dev.llmplanner.browser.Page", JSModuleType.UMD, target, "page.js");
        compile("dev.llmplanner.browser.WorkbenchPage", JSModuleType.UMD, target, "workbench.js");
        compile("dev.llmplanner.browser.EngineModule", JSModuleType.ES2015, target, "engine.js");
    }

    private static void compile(String mainClass, JSModuleType type, Path target, String file) throws TeaVMToolException {
        TeaVMTool tool = new TeaVMTool();
        tool.setLog(new ConsoleTeaVMToolLog(false));
        tool.setClassLoader(CompileMain.class.getClassLoader());
        tool.setClassPath(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new).toList());
        tool.getTransformers().add(LeanClasses.class.getName());
        tool.setMainClass(mainClass);
        tool.setJsModuleType(type);
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
    }

    private static String text(Problem problem) {
        DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
        problem.render(text);
        return text.getText() + " at " + problem.getLocation();
    }
}

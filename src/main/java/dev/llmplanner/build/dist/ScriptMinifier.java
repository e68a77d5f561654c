package dev.llmplanner.build.dist;

import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.jscomp.WarningLevel;
import java.util.List;

/**
 * Makes a compiled script smaller without changing what it does: Closure Compiler's simple optimisations, which rename only
 * what is local and keep all property names.
 */
final class ScriptMinifier {

    private ScriptMinifier() {
    }

    static String minify(String name, String script) {
        CompilerOptions options = new CompilerOptions();
        CompilationLevel.SIMPLE_OPTIMIZATIONS.setOptionsForCompilationLevel(options);
        WarningLevel.QUIET.setOptionsForWarningLevel(options);
        options.setLanguageIn(LanguageMode.ECMASCRIPT_NEXT);
        options.setLanguageOut(LanguageMode.ECMASCRIPT_2021);
        Compiler compiler = new Compiler(System.err);
        if (!compiler.compile(List.of(), List.of(SourceFile.fromCode(name, script)), options).success) {
            throw new IllegalStateException("Closure Compiler refused " + name);
        }
        return compiler.toSource() + "\n";
    }
}

package dev.llmplanner.build.teavm;

import java.util.ArrayList;
import java.util.List;
import org.teavm.classlib.impl.JCLPlugin;
import org.teavm.dependency.BootstrapMethodSubstitutor;
import org.teavm.dependency.DynamicCallSite;
import org.teavm.model.MethodReference;
import org.teavm.model.RuntimeConstant;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;
import org.teavm.vm.spi.After;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Makes {@code a + b} of texts JavaScript's own {@code a + b}. TeaVM's class library copies every character into a builder and
 * out again, which was the largest part of drawing a long table; the browser notes the two parts.
 *
 * <p>What isn't a text becomes one by {@link String#valueOf}, so that each text is the same as before. TeaVM finds this class
 * by its entry in {@code META-INF/services}.
 */
@After(JCLPlugin.class)
public final class NativeConcatenation implements TeaVMPlugin, BootstrapMethodSubstitutor {
    private static final ValueType TEXT = ValueType.object("java.lang.String");
    private static final MethodReference JOIN =
            new MethodReference("dev.llmplanner.browser.JoinedText", "of", TEXT, TEXT, TEXT);
    private static final MethodReference REPLACED = new MethodReference(
            "java.lang.invoke.StringConcatFactory", "makeConcatWithConstants",
            ValueType.object("java.lang.invoke.MethodHandles$Lookup"), TEXT,
            ValueType.object("java.lang.invoke.MethodType"), TEXT, ValueType.arrayOf(ValueType.object("java.lang.Object")),
            ValueType.object("java.lang.invoke.CallSite"));

    /** Places of arguments and of constants in a recipe. */
    private static final char ARGUMENT = 1;
    private static final char CONSTANT = 2;

    @Override
    public void install(TeaVMHost host) {
        host.add(REPLACED, this);
    }

    @Override
    public ValueEmitter substitute(DynamicCallSite call, ProgramEmitter emitter) {
        List<ValueEmitter> parts = parts(call, emitter);
        ValueEmitter text = parts.get(0);
        for (ValueEmitter next : parts.subList(1, parts.size())) {
            text = emitter.invoke(JOIN, text, next);
        }
        return text;
    }

    /** Texts in the order of the recipe, two at least. */
    private static List<ValueEmitter> parts(DynamicCallSite call, ProgramEmitter emitter) {
        List<ValueEmitter> parts = new ArrayList<>();
        List<RuntimeConstant> constants = call.getBootstrapArguments();
        String recipe = constants.get(0).getString();
        StringBuilder plain = new StringBuilder();
        int argument = 0;
        int constant = 1;
        for (int i = 0; i < recipe.length(); i++) {
            if (recipe.charAt(i) == CONSTANT) {
                plain.append(constants.get(constant++).getString());
            } else if (recipe.charAt(i) == ARGUMENT) {
                flush(plain, parts, emitter);
                parts.add(text(call.getArguments().get(argument), call.getCalledMethod().parameterType(argument), emitter));
                argument++;
            } else {
                plain.append(recipe.charAt(i));
            }
        }
        flush(plain, parts, emitter);
        if (parts.size() == 1) {
            parts.add(emitter.constant(""));
        }
        return parts;
    }

    private static void flush(StringBuilder plain, List<ValueEmitter> parts, ProgramEmitter emitter) {
        if (plain.length() > 0) {
            parts.add(emitter.constant(plain.toString()));
            plain.setLength(0);
        }
    }

    /** A text may be null, which both languages join as the same word. */
    private static ValueEmitter text(ValueEmitter value, ValueType type, ProgramEmitter emitter) {
        if (type.equals(TEXT)) {
            return value;
        }
        ValueType asked = type == ValueType.BYTE || type == ValueType.SHORT ? ValueType.INTEGER
                : type instanceof ValueType.Primitive ? type : ValueType.object("java.lang.Object");
        return emitter.invoke(new MethodReference("java.lang.String", "valueOf", asked, TEXT), value);
    }
}

package dev.llmplanner.build.teavm;

import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;

/**
 * Leaves out of the compiled page what only a debugger reads.
 *
 * <p>A record's {@code toString} becomes its class's name: the texts of all records, with all their components, would be
 * compiled as soon as any object's {@code toString} is called. A double's text becomes JavaScript's own: Java's exact form
 * is larger than any other part of the class library, and no text that people read is made from it.
 */
public final class DebugTexts implements ClassHolderTransformer {
    private static final MethodDescriptor TO_STRING = new MethodDescriptor("toString", String.class);

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if ("java.lang.Record".equals(type.getParent())) {
            MethodHolder method = type.getMethod(TO_STRING);
            if (method != null) {
                ProgramEmitter.create(method, context.getHierarchy()).constant(simpleName(type.getName())).returnValue();
            }
        } else if (type.getName().equals("java.lang.AbstractStringBuilder")) {
            MethodHolder insert = type.getMethod(new MethodDescriptor("insert", ValueType.INTEGER, ValueType.DOUBLE,
                    ValueType.object("java.lang.AbstractStringBuilder")));
            ProgramEmitter emitter = ProgramEmitter.create(insert, context.getHierarchy());
            emitter.var(0, type)
                    .invokeVirtual("insert", ValueType.object("java.lang.AbstractStringBuilder"), emitter.var(1, ValueType.INTEGER),
                            emitter.invoke("dev.llmplanner.browser.NumberText", "of", ValueType.object("java.lang.String"),
                                    emitter.var(2, ValueType.DOUBLE)))
                    .returnValue();
        }
    }

    private static String simpleName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

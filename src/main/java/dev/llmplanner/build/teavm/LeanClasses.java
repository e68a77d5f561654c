package dev.llmplanner.build.teavm;

import java.util.Optional;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.FieldHolder;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;

/**
 * Makes classes smaller before they are compiled for the page, without changing what it computes or shows.
 *
 * <p>A record's {@code toString} becomes one word: the texts of all records, with all their components, would be compiled as
 * soon as any object's {@code toString} is called. A record's {@code hashCode} becomes that of its first component: equal
 * records still have equal ones. A double's text becomes JavaScript's own: Java's exact form is larger than any other part of
 * the class library, and no text that people read is made from it.
 *
 * <p>No record may write its {@code toString} or {@code hashCode} by hand, which {@code RecordMethodsTest} holds.
 */
public final class LeanClasses implements ClassHolderTransformer {
    private static final MethodDescriptor TO_STRING = new MethodDescriptor("toString", String.class);
    private static final MethodDescriptor HASH_CODE = new MethodDescriptor("hashCode", int.class);
    private static final ValueType BUILDER = ValueType.object("java.lang.AbstractStringBuilder");
    private static final String RECORD_TEXT = "record";

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if ("java.lang.Record".equals(type.getParent())) {
            method(type, TO_STRING).ifPresent(method ->
                    ProgramEmitter.create(method, context.getHierarchy()).constant(RECORD_TEXT).returnValue());
            method(type, HASH_CODE).filter(method -> type.getFields().size() > 1)
                    .ifPresent(method -> hashFirst(type, ProgramEmitter.create(method, context.getHierarchy())));
        } else if (type.getName().equals("java.lang.AbstractStringBuilder")) {
            method(type, new MethodDescriptor("insert", ValueType.INTEGER, ValueType.DOUBLE, BUILDER))
                    .ifPresent(method -> insertNative(type, ProgramEmitter.create(method, context.getHierarchy())));
        }
    }

    private static void hashFirst(ClassHolder type, ProgramEmitter emitter) {
        FieldHolder first = type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(ElementModifier.STATIC)).findFirst().orElseThrow();
        if (first.getType() instanceof ValueType.Object) {
            emitter.invoke("java.util.Objects", "hashCode", ValueType.INTEGER,
                    emitter.var(0, type).getField(first.getName(), first.getType()).cast(Object.class)).returnValue();
        } else if (first.getType() == ValueType.INTEGER) {
            emitter.var(0, type).getField(first.getName(), first.getType()).returnValue();
        } else {
            emitter.constant(1).returnValue();
        }
    }

    private static void insertNative(ClassHolder type, ProgramEmitter emitter) {
        emitter.var(0, type)
                .invokeVirtual("insert", BUILDER, emitter.var(1, ValueType.INTEGER),
                        emitter.invoke("dev.llmplanner.browser.NumberText", "of", ValueType.object("java.lang.String"),
                                emitter.var(2, ValueType.DOUBLE)))
                .returnValue();
    }

    private static Optional<MethodHolder> method(ClassHolder type, MethodDescriptor descriptor) {
        return Optional.ofNullable(type.getMethod(descriptor)).filter(method -> method.getProgram() != null);
    }
}

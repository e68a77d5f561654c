package dev.llmplanner.build.teavm;

import org.teavm.model.AccessLevel;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.util.ProgramUtils;

/**
 * Makes {@code Map.copyOf} of an empty map answer null in Wasm.
 *
 * <p>TeaVM 0.15.0 takes the key's hash modulo the number of entries, none or not. JavaScript makes that {@code NaN}, at which
 * an array has nothing; Wasm traps.
 */
public final class EmptyMapGuard implements ClassHolderTransformer {
    private static final String IMMUTABLE_MAP = "java.util.TemplateCollections$NEtriesMap";
    private static final MethodDescriptor GET = new MethodDescriptor("get", Object.class, Object.class);
    private static final String UNGUARDED = "getUnguarded";

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (!type.getName().equals(IMMUTABLE_MAP)) {
            return;
        }
        MethodHolder get = type.getMethod(GET);
        MethodHolder unguarded = new MethodHolder(new MethodDescriptor(UNGUARDED, Object.class, Object.class));
        unguarded.setLevel(AccessLevel.PUBLIC);
        unguarded.setProgram(ProgramUtils.copy(get.getProgram()));
        type.addMethod(unguarded);
        ProgramEmitter emitter = ProgramEmitter.create(get, context.getHierarchy());
        emitter.when(emitter.var(0, type).invokeVirtual("isEmpty", boolean.class).isTrue())
                .thenDo(() -> emitter.constantNull(Object.class).returnValue())
                .elseDo(() -> emitter.var(0, type)
                        .invokeVirtual(UNGUARDED, Object.class, emitter.var(1, Object.class)).returnValue());
    }
}

package dev.llmplanner;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Handle;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A double's own text differs between the JVM and JavaScript: what people or callers read goes through {@code Words}, or is
 * written as JSON. The engine may name an offending value when it reports a bug.
 */
class NumberTextTest {
    private static final Path CLASSES = Path.of("target/classes/dev/llmplanner");
    private static final List<String> RINGS = List.of("catalog", "contract", "view", "browser");

    @Test
    void noDoubleIsConcatenatedIntoAText() throws IOException {
        List<String> found = new ArrayList<>();
        for (String ring : RINGS) {
            try (Stream<Path> files = Files.walk(CLASSES.resolve(ring))) {
                for (Path file : files.filter(name -> name.toString().endsWith(".class")).sorted().toList()) {
                    new ClassReader(Files.readAllBytes(file)).accept(new Concatenations(file, found), 0);
                }
            }
        }

        assertThat(found).isEmpty();
    }

    private static final class Concatenations extends ClassVisitor {
        private final Path file;
        private final List<String> found;

        Concatenations(Path file, List<String> found) {
            super(Opcodes.ASM9);
            this.file = file;
            this.found = found;
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInvokeDynamicInsn(String name, String types, Handle handle, Object... arguments) {
                    String taken = types.substring(1, types.indexOf(')')).replaceAll("L[^;]*;", "");
                    if (name.equals("makeConcatWithConstants") && (taken.contains("D") || taken.contains("F"))) {
                        found.add(CLASSES.relativize(file) + " in " + method);
                    }
                }
            };
        }
    }
}

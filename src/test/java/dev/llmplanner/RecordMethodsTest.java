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

/** The build writes these two methods of records anew for the page, so what a person wrote there would be lost. */
class RecordMethodsTest {
    private static final Path CLASSES = Path.of("target/classes/dev/llmplanner");
    private static final List<String> REPLACED = List.of("toString()Ljava/lang/String;", "hashCode()I");

    @Test
    void noRecordWritesItsTextOrHashByHand() throws IOException {
        List<String> byHand = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".class")).sorted().toList()) {
                if (!file.startsWith(CLASSES.resolve("build"))) {
                    new ClassReader(Files.readAllBytes(file)).accept(new Records(CLASSES.relativize(file), byHand), 0);
                }
            }
        }

        assertThat(byHand).isEmpty();
    }

    private static final class Records extends ClassVisitor {
        private final Path file;
        private final List<String> byHand;
        private boolean isRecord;

        Records(Path file, List<String> byHand) {
            super(Opcodes.ASM9);
            this.file = file;
            this.byHand = byHand;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            isRecord = "java/lang/Record".equals(parent);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
            if (!isRecord || !REPLACED.contains(name + descriptor)) {
                return null;
            }
            return new MethodVisitor(Opcodes.ASM9) {
                private boolean generated;

                @Override
                public void visitInvokeDynamicInsn(String method, String types, Handle handle, Object... arguments) {
                    generated |= handle.getOwner().equals("java/lang/runtime/ObjectMethods");
                }

                @Override
                public void visitEnd() {
                    if (!generated) {
                        byHand.add(file + " " + name);
                    }
                }
            };
        }
    }
}

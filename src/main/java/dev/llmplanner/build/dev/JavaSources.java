package dev.llmplanner.build.dev;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles what changed, and every file that names a type which changed. Where that fails, everything: what is wrong may be
 * further away than a name.
 */
final class JavaSources {
    private static final String ENDING = ".java";

    private final Path sources;
    private final Path classes;
    private final String classPath;

    /**
     * @param sources   the directory of packages
     * @param classes   the directory of their compiled classes
     * @param classPath what else they use
     */
    JavaSources(Path sources, Path classes, String classPath) {
        this.sources = sources;
        this.classes = classes;
        this.classPath = classPath;
    }

    static boolean isJava(Path file) {
        return file.toString().endsWith(ENDING);
    }

    /**
     * Compiles them.
     *
     * @param changed files that are new, different or gone
     * @return what javac says is wrong; empty where the classes are those of the sources now
     */
    List<String> compile(Set<Path> changed) throws IOException {
        for (Path file : changed) {
            if (!Files.exists(file)) {
                forget(file);
            }
        }
        List<Path> all = all();
        List<String> wrong = javac(affected(changed, all));
        return wrong.isEmpty() ? wrong : javac(all);
    }

    /** The changed files, and those that name one of their types. */
    Collection<Path> affected(Set<Path> changed, List<Path> all) throws IOException {
        Set<String> names = changed.stream().map(JavaSources::type).collect(Collectors.toSet());
        Set<Path> affected = new TreeSet<>();
        for (Path file : all) {
            if (changed.contains(file) || namesOne(Files.readString(file), names)) {
                affected.add(file);
            }
        }
        return affected;
    }

    private static boolean namesOne(String text, Set<String> names) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean word = i < text.length() && Character.isJavaIdentifierPart(text.charAt(i));
            if (word && start < 0) {
                start = i;
            } else if (!word && start >= 0) {
                if (names.contains(text.substring(start, i))) {
                    return true;
                }
                start = -1;
            }
        }
        return false;
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    private List<String> javac(Collection<Path> files) throws IOException {
        if (files.isEmpty()) {
            return List.of();
        }
        Files.createDirectories(classes);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(said, null, null)) {
            boolean done = javac.getTask(null, manager, said,
                    List.of("-d", classes.toString(), "-classpath", classes + File.pathSeparator + classPath, "-proc:none",
                            "-parameters", "-nowarn", "-g", "--release", "17"),
                    null, manager.getJavaFileObjectsFromPaths(List.copyOf(files))).call();
            return done ? List.of() : said.getDiagnostics().stream().map(Object::toString).toList();
        }
    }

    private void forget(Path file) throws IOException {
        Path directory = classes.resolve(sources.relativize(file)).getParent();
        if (!Files.isDirectory(directory)) {
            return;
        }
        String name = type(file);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(directory, name + "{,$*}.class")) {
            for (Path one : old) {
                Files.delete(one);
            }
        }
    }

    private List<Path> all() {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(JavaSources::isJava).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

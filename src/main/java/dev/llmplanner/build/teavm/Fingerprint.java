package dev.llmplanner.build.teavm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * What a compiled script was made from: the bytes of all project classes that its program reaches, the compiler's settings
 * and its class path. While they are the same, so is the script. A class that nothing reached can't be reached until one of
 * those changes.
 *
 * <p>Kept beside the script as a file: a line with the hash, then the names of the classes.
 */
final class Fingerprint {
    private static final String OWN = "dev.llmplanner.";
    private static final String SETTINGS = "dev.llmplanner.build.teavm.";
    private static final List<String> COMPILER = List.of(SETTINGS + "CompileMain", SETTINGS + "EmptyMapGuard",
            SETTINGS + "LeanClasses", SETTINGS + "NativeConcatenation");

    private final Path classes;
    private final String classPath;

    /**
     * @param classes   the directory of compiled classes
     * @param classPath what else is compiled from
     */
    Fingerprint(Path classes, String classPath) {
        this.classes = classes;
        this.classPath = classPath;
    }

    /** Whether the script that lies there was made from what is there now. */
    boolean isOf(Path script) throws IOException {
        Path kept = file(script);
        if (!Files.exists(script) || !Files.exists(kept)) {
            return false;
        }
        List<String> lines = Files.readAllLines(kept);
        List<String> names = lines.subList(1, lines.size());
        return names.stream().allMatch(name -> Files.exists(file(name))) && lines.get(0).equals(hash(names, script));
    }

    /** Notes what the script was made from. */
    void write(Path script, Collection<String> reached) throws IOException {
        TreeSet<String> own = new TreeSet<>(COMPILER);
        reached.stream().filter(name -> name.startsWith(OWN) && Files.exists(file(name))).forEach(own::add);
        List<String> lines = new ArrayList<>();
        lines.add(hash(own, script));
        lines.addAll(own);
        Files.write(file(script), lines);
    }

    private String hash(Collection<String> names, Path script) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(classPath.getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(script));
            for (String name : names) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file(name)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path file(String name) {
        return classes.resolve(name.replace('.', '/') + ".class");
    }

    private static Path file(Path script) {
        return script.resolveSibling(script.getFileName() + ".made-from");
    }
}

package dev.llmplanner.build.dev;

import dev.llmplanner.build.Neutral;
import dev.llmplanner.build.check.CatalogCheckMain;
import dev.llmplanner.build.dist.DraftFiles;
import dev.llmplanner.build.serve.Server;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** Serves the page of a working copy while somebody edits it: {@code mvn compile exec:exec@dev}. */
public final class DevMain {
    /** Where drafts lie, below the root. */
    static final String TARGET = "target/dev";

    private static final int LOOK_EVERY_MILLISECONDS = 200;

    private final String[] arguments;
    private final Path root;
    private final Path classes;
    private final String classPath;
    private final Set<Path> uncompiled = new TreeSet<>();
    private ClassLoader fresh;

    private DevMain(String[] arguments) throws IOException {
        this.arguments = arguments;
        this.root = Path.of(arguments[0]);
        this.classPath = System.getProperty("java.class.path");
        this.classes = Path.of(classPath.split(File.pathSeparator)[0]);
        this.fresh = new FreshClasses(classes, DevMain.class.getClassLoader());
    }

    /**
     * Runs until it is stopped.
     *
     * @param arguments the repository's root, and the versions of the project, Preact and ECharts
     */
    public static void main(String[] arguments) throws Exception {
        Neutral.language();
        new DevMain(arguments).run();
    }

    private void run() throws Exception {
        Sources sources = new Sources(root);
        long begin = System.nanoTime();
        draft(true);
        draft(false);
        Reloads reloads = new Reloads();
        try (Server server = Server.start(root.resolve(TARGET).resolve("dist"), Server.DEFAULT_PORT)) {
            server.add("/" + DraftFiles.EVENTS, reloads);
            say("ready in " + seconds(begin) + " s: " + server.address() + "  (Ctrl-C stops)");
            while (true) {
                Thread.sleep(LOOK_EVERY_MILLISECONDS);
                Set<Path> changed = sources.changed();
                if (!changed.isEmpty()) {
                    again(changed, reloads);
                }
            }
        }
    }

    /** What is wrong is said, and the page stays as it was. */
    private void again(Set<Path> changed, Reloads reloads) {
        long begin = System.nanoTime();
        say(changed.size() == 1 ? root.relativize(changed.iterator().next()).toString() : changed.size() + " files");
        try {
            changed.stream().filter(JavaSources::isJava).forEach(uncompiled::add);
            boolean java = !uncompiled.isEmpty();
            if (java && !compiled()) {
                return;
            }
            if (changed.stream().anyMatch(file -> root.relativize(file).getName(0).toString().endsWith("-catalog"))) {
                CatalogCheckMain.run(root, System.out);
            }
            if (draft(false) > 0) {
                say("  page after " + seconds(begin) + " s, " + reloads.send() + " reloaded");
            }
            if (java && draft(true) > 0) {
                say("  engine and search after " + seconds(begin) + " s, " + reloads.send() + " reloaded");
            }
        } catch (InvocationTargetException | IOException | RuntimeException e) {
            say("  " + (e.getCause() == null ? e : e.getCause()).getMessage());
        } catch (Exception e) {
            say("  " + e);
        }
    }

    /** What couldn't be compiled is tried again with the next change, which may be what it lacked. */
    private boolean compiled() throws IOException {
        List<String> wrong = new JavaSources(root.resolve("src/main/java"), classes, classPath).compile(uncompiled);
        wrong.forEach(DevMain::say);
        if (wrong.isEmpty()) {
            uncompiled.clear();
            fresh = new FreshClasses(classes, DevMain.class.getClassLoader());
        }
        return wrong.isEmpty();
    }

    private int draft(boolean engine) throws Exception {
        Object build = fresh.loadClass("dev.llmplanner.build.dev.DraftBuild")
                .getConstructor(String[].class, String.class, boolean.class).newInstance(arguments, classPath, engine);
        return (Integer) ((Callable<?>) build).call();
    }

    private static String seconds(long begin) {
        return Long.toString(Math.round((System.nanoTime() - begin) / 1e8) / 10) + "."
                + Math.round((System.nanoTime() - begin) / 1e8) % 10;
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}

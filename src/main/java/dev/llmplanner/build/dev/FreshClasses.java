package dev.llmplanner.build.dev;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** The project's classes as they lie on the disk now; libraries come from the parent, which keeps them warm. */
final class FreshClasses extends URLClassLoader {
    private static final String OWN = "dev.llmplanner.";

    FreshClasses(Path classes, ClassLoader libraries) throws IOException {
        super(new URL[] {classes.toUri().toURL()}, libraries);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}

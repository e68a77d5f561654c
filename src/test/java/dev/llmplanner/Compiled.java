package dev.llmplanner;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The project's own classes, read once for all rules about them. */
final class Compiled {
    static final String BASE = "dev.llmplanner";

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    private Compiled() {}

    /** The ring that a package belongs to; empty for the base package itself. */
    static String ring(String packageName) {
        return packageName.length() <= BASE.length() ? "" : packageName.substring(BASE.length() + 1).split("\\.")[0];
    }
}

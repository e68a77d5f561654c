package dev.llmplanner.build.check;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** The check as a step of the build: prints what is wrong and ends with status 1. */
public final class CatalogCheckMain {

    private CatalogCheckMain() {
    }

    /**
     * Checks the catalogs.
     *
     * @param args the repository's root; the working directory without it
     */
    public static void main(String[] args) throws IOException {
        int status = run(Path.of(args.length > 0 ? args[0] : "."), System.out);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Prints the findings, or one line when there are none; returns the exit status. */
    public static int run(Path root, PrintStream out) throws IOException {
        CatalogCheck check = CatalogCheck.of(root);
        List<Finding> findings = check.findings();
        findings.forEach(finding -> out.println(finding.message()));
        int files = check.catalog().files().size();
        if (files == 0) {
            out.println(root.toAbsolutePath().normalize() + " holds no catalog files; run the check in the repository.");
            return 1;
        }
        out.println(findings.isEmpty() ? files + " catalog files, no findings"
                : findings.size() + (findings.size() == 1 ? " finding" : " findings") + " in " + files + " catalog files");
        return findings.isEmpty() ? 0 : 1;
    }
}

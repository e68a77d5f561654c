package dev.llmplanner.build.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All rules over all catalog files of a repository, and the tables of measurements. */
public final class CatalogCheck {

    private final Catalog catalog;
    private final List<Rule> rules;

    private CatalogCheck(Catalog catalog) {
        this.catalog = catalog;
        this.rules = List.of(new SchemaRule(catalog.root()), new CanonicalFormRule(catalog.root()), new IdentityRule(),
                new SourceRule(), new ParameterRangeRule(), new SparseFlopRule(), new UnitRangeRule(),
                new AgreementRule(), new PlantPriceRule());
    }

    /** A check of the catalogs under a repository's root. */
    public static CatalogCheck of(Path root) throws IOException {
        return new CatalogCheck(Catalog.read(root));
    }

    /** The catalog that is checked. */
    public Catalog catalog() {
        return catalog;
    }

    /** What is wrong with one file. */
    public List<Finding> findings(CatalogFile file) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            findings.addAll(rule.check(file, catalog));
        }
        return findings;
    }

    /** What is wrong with any file, in order of their paths; the tables come last. */
    public List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>(catalog.unreadable());
        for (CatalogFile file : catalog.files()) {
            findings.addAll(findings(file));
        }
        findings.addAll(new TableCheck(catalog).findings());
        return findings;
    }
}

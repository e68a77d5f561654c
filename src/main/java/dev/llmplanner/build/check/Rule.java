package dev.llmplanner.build.check;

import java.util.List;

/** One thing that every catalog file has to hold. A rule looks at one file, and at the others for references. */
public interface Rule {

    /** What is wrong with the file; empty when nothing is, or when the rule is not about this kind of file. */
    List<Finding> check(CatalogFile file, Catalog catalog);
}

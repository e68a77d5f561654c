package dev.llmplanner.view.validator;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.screening.Configuration;
import dev.llmplanner.screening.Targets;
import dev.llmplanner.screening.Terms;

/** What is asked of a configuration, and of which models. */
record Question(Configuration configuration, Terms terms, Targets targets, Catalog catalog) {

    /** Catalogs are told apart as instances: comparing their records takes longer than the answer. */
    boolean sameAs(Question other) {
        return configuration.equals(other.configuration) && terms.equals(other.terms)
                && targets.equals(other.targets) && catalog == other.catalog;
    }
}

package dev.llmplanner.planning;

import java.util.Optional;

/**
 * A fact that isn't known.
 *
 * @param code       of the finding that names it
 * @param field      of the record
 * @param subject    id of the record, or part of the price book
 * @param file       where it belongs
 * @param constraint what can't be judged without it
 */
record Fact(String code, String field, String subject, Optional<String> file, Optional<Constraint> constraint) {}

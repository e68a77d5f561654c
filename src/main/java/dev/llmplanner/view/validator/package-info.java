/**
 * Will this configuration work? Every model at every published precision on hardware that the reader names.
 *
 * <p>Owns: the question's fields, and how its answers are grouped and worded. Must not know: how an answer is found. Start
 * with {@link dev.llmplanner.view.validator.ValidatorSection}.
 */
package dev.llmplanner.view.validator;

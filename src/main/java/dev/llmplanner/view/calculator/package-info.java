/**
 * The Calculator: fields on the left, the answer on the right.
 *
 * <p>Owns: how the contract's fields and its answer look. Must not know: physics, or how a field changes the state.
 * Start with {@link dev.llmplanner.view.calculator.CalculatorPage}.
 */
package dev.llmplanner.view.calculator;

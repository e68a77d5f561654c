/**
 * One deployment to judge: precision, parallel layout, serving engine, workload.
 *
 * <p>Owns: {@link dev.llmplanner.engine.deployment.Deployment} and what it is made of, with every default already
 * chosen. Must not know: how a request was written. Start with {@link dev.llmplanner.engine.deployment.Deployment}.
 */
package dev.llmplanner.engine.deployment;

/**
 * The launch as containers: Kubernetes and Docker Compose.
 *
 * <p>Owns: objects as JSON trees, which become YAML. Must not know: an engine's options. Start with
 * {@link dev.llmplanner.handover.manifest.Kubernetes}.
 */
package dev.llmplanner.handover.manifest;

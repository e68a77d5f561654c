/**
 * Assembles {@code dist}: the page, its data, the engine module, licences and checksums.
 *
 * <p>Owns: how files of the repository become files of dist, the size budget, and the order that makes two builds of one
 * commit equal. Start with {@link dev.llmplanner.build.dist.DistMain}.
 */
package dev.llmplanner.build.dist;

/**
 * The algorithms of a search, on numbers alone: the largest load within service levels, servers for a demand, bounds that
 * exclude, frontiers, ranks.
 *
 * <p>Owns: what is proved about deployments without computing them whole. Must not know: catalogs, requests, which
 * deployments there are. Start with {@link dev.llmplanner.engine.search.LoadSearch}.
 */
package dev.llmplanner.engine.search;

/**
 * What a fleet of servers costs, draws and fills: purchase, power, racks, years of running it, and a million tokens.
 *
 * <p>Owns: amounts with a range and a currency, the price book, the network that so many servers need, the total with what
 * it lacks. Must not know: catalogs, requests, how fast a server is. An amount of one currency is never added to one of
 * the other without the exchange rate of the question. Start with {@link dev.llmplanner.engine.cost.CostModel}.
 */
package dev.llmplanner.engine.cost;

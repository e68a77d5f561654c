package dev.llmplanner.planning;

/** What was searched. Mutable, and confined to one search. */
final class Counts {

    int deployments;
    int computed;
    int shared;
    int unknown;
    int groups;
    int operatingPoints;
    int decodeSteps;
    int excludedByMemory;
    int excludedByContext;
    int excludedByThroughput;
    int excludedByTpot;
    int excludedByConcurrency;
}

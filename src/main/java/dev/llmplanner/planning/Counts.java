package dev.llmplanner.planning;

/** What was searched. Mutable, and confined to one search. */
final class Counts {

    int deployments;
    int computed;
    int shared;
    int unknown;
    int groups;
    int operatingPoints;
    /** Of these, those of separate pools. */
    int pairPoints;
    int decodeSteps;
    int excludedByMemory;
    int excludedByContext;
    int excludedByThroughput;
    int excludedByTpot;
    int excludedByConcurrency;

    /** Times of a pass: what the length of a step is made of, whatever the machine. A point of separate pools takes 30 halvings of both passes. */
    int work() {
        return operatingPoints + decodeSteps + 60 * pairPoints;
    }
}

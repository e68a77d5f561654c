package dev.llmplanner.benchmark;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What an engine prints at its start. Bytes are per GPU; of several ranks, weights are the largest and the KV cache is the
 * smallest, which is what the engine goes by.
 *
 * @param kind                 whose log
 * @param memoryFraction       share of the device that the engine may take
 * @param maxSequenceTokens    longest request
 * @param weightsBytes         after loading
 * @param kvCacheBytes         left for the cache
 * @param graphBytes           of captured graphs
 * @param kvCacheTokens        that the cache holds
 * @param blockTokens          of one block or page
 * @param fullLengthCount      requests of full length that fit at once
 */
public record LogFacts(
        FileKind kind,
        Optional<String> engineVersion,
        Optional<String> model,
        Optional<String> dtype,
        Optional<String> quantization,
        Optional<String> kvDtype,
        OptionalInt tensorParallel,
        OptionalInt pipelineParallel,
        OptionalDouble memoryFraction,
        OptionalInt maxSequenceTokens,
        OptionalDouble weightsBytes,
        OptionalDouble kvCacheBytes,
        OptionalDouble graphBytes,
        OptionalDouble kvCacheTokens,
        OptionalInt blockTokens,
        OptionalDouble fullLengthCount) {}

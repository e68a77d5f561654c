package dev.llmplanner.engine.serving;

/** Prefill and decode on the same GPUs, at many loads. */
record ReplicaCurve(AggregatedServing serving, double mostRunning) implements LoadCurve {

    @Override
    public ServingPoint at(double concurrency) {
        return serving.atConcurrency(concurrency);
    }

    @Override
    public Latency latency(double concurrency, double quantile, double deviates) {
        return serving.latency(concurrency, quantile, deviates);
    }

    @Override
    public double decodeSecondsPerToken(double running) {
        return serving.decodeSecondsPerToken(running);
    }

    @Override
    public double highestRequestsPerSecond() {
        return serving.highestRequestsPerSecond();
    }

    @Override
    public ServingPoint atRate(double requestsPerSecond) {
        return serving.atRate(requestsPerSecond);
    }
}

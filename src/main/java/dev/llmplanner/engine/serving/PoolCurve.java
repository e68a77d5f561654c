package dev.llmplanner.engine.serving;

/** Prefill and decode on GPUs of their own, at many loads. */
record PoolCurve(DisaggregatedServing serving) implements LoadCurve {

    @Override
    public double mostRunning() {
        return serving.mostRunning();
    }

    @Override
    public ServingPoint at(double concurrency) {
        return serving.atConcurrency(concurrency).point();
    }

    @Override
    public Latency latency(double concurrency, double quantile, double deviates) {
        return serving.latency(concurrency, quantile);
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
        return serving.atRate(requestsPerSecond).point();
    }
}

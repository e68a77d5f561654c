package dev.llmplanner.engine.roofline;

import dev.llmplanner.engine.deployment.Interconnect;

/**
 * Collectives of one stage on its links.
 *
 * <p>Inside a scale-up domain an all-reduce runs on the fast link. Beyond it the reduction is hierarchical:
 * reduce-scatter and all-gather inside each domain, and an all-reduce of each GPU's part over the fabric. Over PCIe the
 * measured bus bandwidth by number of GPUs holds, scaled by the host link's rate.
 */
final class Collectives {

    private final DeviceCalibration calibration;
    private final Interconnect interconnect;

    Collectives(DeviceCalibration calibration, Interconnect interconnect) {
        this.calibration = calibration;
        this.interconnect = interconnect;
    }

    /** One all-reduce of {@code bytes} for each token over {@code ranks}. */
    Cost allReduce(double bytes, int ranks) {
        if (ranks <= interconnect.domainGpus()) {
            return inDomain(calibration.allReduce(), wireBytes(bytes, ranks), ranks);
        }
        int inner = interconnect.domainGpus();
        int domains = (int) Math.ceil((double) ranks / inner);
        Cost inside = inner > 1
                ? inDomain(calibration.allReduce(), wireBytes(bytes, inner), inner)
                : new Cost(0, 0, 0, 0);
        double outerWire = wireBytes(bytes / inner, domains);
        double fabric = interconnect.scaleOutBytesPerSecondPerDirection().orElseThrow();
        return new Cost(
                inside.fixedSeconds() + calibration.crossDomain().fixedSeconds(),
                inside.secondsPerRootToken(),
                inside.secondsPerToken() + outerWire / (calibration.crossDomainAllReduceFraction() * fabric),
                inside.wireBytesPerToken() + outerWire);
    }

    /** One all-to-all in which each rank sends {@code wireBytes} for each of its tokens. */
    Cost allToAll(double wireBytes, int ranks) {
        if (ranks <= interconnect.domainGpus()) {
            return inDomain(calibration.allToAll(), wireBytes, ranks);
        }
        CollectiveEfficiency across = calibration.crossDomain();
        double fabric = interconnect.scaleOutBytesPerSecondPerDirection().orElseThrow();
        return cost(across, wireBytes, fabric);
    }

    /** To hand {@code bytes} for each token to the next pipeline stage, inside the domain or over the fabric. */
    Cost send(double bytes, int replicaGpus) {
        if (replicaGpus > interconnect.domainGpus()) {
            return new Cost(calibration.crossDomain().fixedSeconds(), 0,
                    bytes / (calibration.crossDomainAllReduceFraction()
                            * interconnect.scaleOutBytesPerSecondPerDirection().orElseThrow()),
                    bytes);
        }
        double fraction = interconnect.overHostLink() ? 1 : calibration.allReduce().linkFraction();
        return new Cost(calibration.allReduce().fixedSeconds(), 0,
                bytes / (fraction * interconnect.scaleUpBytesPerSecondPerDirection().orElseThrow()),
                bytes);
    }

    private Cost inDomain(CollectiveEfficiency efficiency, double wireBytes, int ranks) {
        double link = interconnect.scaleUpBytesPerSecondPerDirection().orElseThrow();
        if (interconnect.overHostLink()) {
            return new Cost(efficiency.fixedSeconds(), 0, wireBytes / hostBusBytesPerSecond(ranks, link), wireBytes);
        }
        return cost(efficiency, wireBytes, link);
    }

    private static Cost cost(CollectiveEfficiency efficiency, double wireBytes, double link) {
        return new Cost(efficiency.fixedSeconds(), efficiency.secondsPerRootByte() * Math.sqrt(wireBytes),
                wireBytes / (efficiency.linkFraction() * link), wireBytes);
    }

    private double hostBusBytesPerSecond(int ranks, double hostLink) {
        int measured = ranks <= 2 ? 0 : ranks <= 4 ? 1 : 2;
        return calibration.hostAllReduceBytesPerSecond().get(measured)
                * hostLink / calibration.hostLinkReferenceBytesPerSecond();
    }

    /** Bytes that a ring all-reduce puts on each rank's link. */
    private static double wireBytes(double bytes, int ranks) {
        return 2.0 * (ranks - 1) / ranks * bytes;
    }

    /**
     * One call with T tokens on each rank: {@code fixed + a·√T + b·T} seconds.
     *
     * @param fixedSeconds        latency, whatever the size
     * @param secondsPerRootToken a, of what grows with the message
     * @param secondsPerToken     b, of what grows with the message
     * @param wireBytesPerToken   bytes on each rank's link
     */
    record Cost(double fixedSeconds, double secondsPerRootToken, double secondsPerToken, double wireBytesPerToken) {}
}

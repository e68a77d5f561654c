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

    /** Seconds of one all-reduce of {@code bytes} over {@code ranks}, split into latency and transfer. */
    Cost allReduce(double bytes, int ranks) {
        if (ranks <= interconnect.domainGpus()) {
            return inDomain(calibration.allReduce(), wireBytes(bytes, ranks), ranks);
        }
        int inner = interconnect.domainGpus();
        int domains = (int) Math.ceil((double) ranks / inner);
        Cost inside = inner > 1
                ? inDomain(calibration.allReduce(), wireBytes(bytes, inner), inner)
                : new Cost(0, 0, 0);
        double outerWire = wireBytes(bytes / inner, domains);
        double fabric = interconnect.scaleOutBytesPerSecondPerDirection().orElseThrow();
        return new Cost(
                inside.fixedSeconds() + calibration.crossDomain().fixedSeconds(),
                inside.transferSeconds() + outerWire / (calibration.crossDomainAllReduceFraction() * fabric),
                inside.wireBytes() + outerWire);
    }

    /** Seconds of one all-to-all in which each rank sends {@code wireBytes}. */
    Cost allToAll(double wireBytes, int ranks) {
        if (ranks <= interconnect.domainGpus()) {
            return inDomain(calibration.allToAll(), wireBytes, ranks);
        }
        CollectiveEfficiency across = calibration.crossDomain();
        double fabric = interconnect.scaleOutBytesPerSecondPerDirection().orElseThrow();
        return new Cost(across.fixedSeconds(), across.transferSeconds(wireBytes, fabric), wireBytes);
    }

    /** Seconds to hand {@code bytes} to the next pipeline stage, inside the domain or over the fabric. */
    Cost send(double bytes, int replicaGpus) {
        if (replicaGpus > interconnect.domainGpus()) {
            return new Cost(calibration.crossDomain().fixedSeconds(),
                    bytes / (calibration.crossDomainAllReduceFraction()
                            * interconnect.scaleOutBytesPerSecondPerDirection().orElseThrow()),
                    bytes);
        }
        double fraction = interconnect.overHostLink() ? 1 : calibration.allReduce().linkFraction();
        return new Cost(calibration.allReduce().fixedSeconds(),
                bytes / (fraction * interconnect.scaleUpBytesPerSecondPerDirection().orElseThrow()),
                bytes);
    }

    private Cost inDomain(CollectiveEfficiency efficiency, double wireBytes, int ranks) {
        double link = interconnect.scaleUpBytesPerSecondPerDirection().orElseThrow();
        if (interconnect.overHostLink()) {
            return new Cost(efficiency.fixedSeconds(), wireBytes / hostBusBytesPerSecond(ranks, link), wireBytes);
        }
        return new Cost(efficiency.fixedSeconds(), efficiency.transferSeconds(wireBytes, link), wireBytes);
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
     * Seconds of one call.
     *
     * @param fixedSeconds    latency, whatever the size
     * @param transferSeconds what grows with the message
     * @param wireBytes       bytes on each rank's link
     */
    record Cost(double fixedSeconds, double transferSeconds, double wireBytes) {}
}

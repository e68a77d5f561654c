package dev.llmplanner.catalog;

import dev.llmplanner.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads servers and fabrics of the bundle. */
final class ServerReader {

    private static final double BITS_PER_BYTE = 8;

    private ServerReader() {}

    static ServerEntry server(String id, JsonCursor server) {
        Optional<JsonCursor> cpu = server.find("cpu");
        return new ServerEntry(
                id,
                server.string("name"),
                server.string("vendor"),
                server.string("kind"),
                server.string("accelerator"),
                server.integer("acceleratorCount"),
                cpu.flatMap(processor -> processor.findString("model")),
                server.find("memory").map(memory -> Units.times(memory.findNumber("gib"), Units.GIB))
                        .orElse(OptionalDouble.empty()),
                nics(server),
                server.findString("scaleUpFabric"),
                Units.times(server.findNumber("maxPowerKw"), Units.KILO),
                server.findInteger("rackUnits"),
                server.findInteger("racks"),
                server.findString("cooling"),
                AcceleratorReader.confidence(server));
    }

    private static List<ServerEntry.Nic> nics(JsonCursor server) {
        List<ServerEntry.Nic> nics = new ArrayList<>();
        for (JsonCursor nic : server.items("nics")) {
            nics.add(nic(nic));
        }
        return nics;
    }

    private static ServerEntry.Nic nic(JsonCursor nic) {
        return new ServerEntry.Nic(
                nic.integer("count"),
                Units.times(nic.findNumber("gbpsEach"), Units.GIGA / BITS_PER_BYTE),
                nic.findString("technology").orElse(""),
                nic.findString("role").orElse(""));
    }

    static FabricEntry fabric(String id, JsonCursor fabric) {
        return new FabricEntry(
                id,
                fabric.string("name"),
                fabric.string("class"),
                fabric.string("vendor"),
                fabric.findString("status").orElse(""),
                Units.times(fabric.findNumber("portLineRateGbps"), Units.GIGA),
                Units.times(fabric.findNumber("perDirectionGBps"), Units.GIGA),
                fabric.findInteger("maxDomain"),
                fabric.findString("portsPer8GpuNode"),
                fabric.findString("topology"),
                AcceleratorReader.confidence(fabric));
    }
}

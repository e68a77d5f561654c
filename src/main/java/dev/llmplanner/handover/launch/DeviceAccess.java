package dev.llmplanner.handover.launch;

import dev.llmplanner.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How containers are given devices of one vendor, as {@code handover-catalog/devices.json} lists it.
 *
 * @param resource of the Kubernetes device plugin
 * @param driver   whether Compose reserves devices by the driver's name
 * @param files    device files that every container needs
 * @param numbered device file of each device, without its number
 */
public record DeviceAccess(
        String vendor, String resource, boolean driver, List<String> files, Optional<String> numbered) {

    public DeviceAccess {
        files = List.copyOf(files);
    }

    static DeviceAccess read(JsonCursor vendor) {
        List<String> files = new ArrayList<>();
        vendor.items("files").forEach(file -> files.add(file.string()));
        return new DeviceAccess(
                vendor.string("vendor"),
                vendor.string("resource"),
                vendor.string("compose").equals("device-driver"),
                files,
                vendor.findString("numbered"));
    }
}

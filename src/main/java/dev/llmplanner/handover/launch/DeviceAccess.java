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
 * @param settings files of the host that devices find each other by, which workers that pass a KV cache on need
 * @param numbered device file of each device, without its number
 */
public record DeviceAccess(
        String vendor, String resource, boolean driver, List<String> files, List<String> settings,
        Optional<String> numbered) {

    public DeviceAccess {
        files = List.copyOf(files);
        settings = List.copyOf(settings);
    }

    static DeviceAccess read(JsonCursor vendor) {
        return new DeviceAccess(
                vendor.string("vendor"),
                vendor.string("resource"),
                vendor.string("compose").equals("device-driver"),
                texts(vendor, "files"),
                texts(vendor, "settings"),
                vendor.findString("numbered"));
    }

    private static List<String> texts(JsonCursor vendor, String name) {
        List<String> texts = new ArrayList<>();
        vendor.items(name).forEach(text -> texts.add(text.string()));
        return texts;
    }
}

package dev.llmplanner.catalog;

import java.util.List;

/**
 * Who makes a model or a device.
 *
 * @param aliases other names that people search for, in any language
 */
public record Vendor(String id, String englishName, String chineseName, List<String> aliases) {

    public Vendor {
        aliases = List.copyOf(aliases);
    }

    /** The name in that language; English where there is no other. */
    public String name(String language) {
        return language.startsWith("zh") ? chineseName : englishName;
    }
}

package dev.coffer.engine.dump;

import dev.coffer.engine.tree.ExtendedAttribute;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Extended attributes as records of an extended header, under the keys of Schilling's star, which GNU tar reads too. */
final class PaxAttributes {

    private PaxAttributes() {}

    static SortedMap<String, byte[]> of(List<ExtendedAttribute> attributes) {
        SortedMap<String, byte[]> records = new TreeMap<>();
        for (ExtendedAttribute attribute : attributes) {
            switch (attribute.name()) {
                case "system.posix_acl_access" -> putAcl("SCHILY.acl.access", attribute, records);
                case "system.posix_acl_default" -> putAcl("SCHILY.acl.default", attribute, records);
                default -> records.put("SCHILY.xattr." + attribute.name(), attribute.value());
            }
        }
        return records;
    }

    /** An access list that cannot be read is left out: no reader could make anything of it. */
    private static void putAcl(String key, ExtendedAttribute attribute, SortedMap<String, byte[]> records) {
        PosixAcl.toText(attribute.value())
                .ifPresent(text -> records.put(key, text.getBytes(StandardCharsets.US_ASCII)));
    }
}

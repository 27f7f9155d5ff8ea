package dev.coffer.operator.api.event;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names of events: the object's, and sixteen hex digits as Stash's events have them, which here follow from what is said. */
final class EventNames {

    private static final int LONGEST = 253;
    private static final int BYTES = 8;

    private EventNames() {}

    static String of(HasMetadata object, String type, String reason, String message) {
        List<String> parts =
                List.of(object.getKind(), String.valueOf(object.getMetadata().getUid()), type, reason, message);
        String suffix = "." + HexFormat.of().formatHex(digest(String.join("\n", parts)), 0, BYTES);
        String name = object.getMetadata().getName();
        int room = LONGEST - suffix.length();
        return (name.length() <= room ? name : name.substring(0, room).replaceAll("[.-]+$", "")) + suffix;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

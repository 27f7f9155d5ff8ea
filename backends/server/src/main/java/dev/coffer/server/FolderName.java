package dev.coffer.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Names of folders in URLs. They become part of paths, bucket keys and command lines, so few are welcome. */
final class FolderName {

    private static final int MAX_LENGTH = 255;

    /** Separators and wildcards of one store or another, and what shells or people might stumble over. */
    private static final String FORBIDDEN = "/\\:*?\"<>|%";

    private FolderName() {}

    /** The name that an escaped part of a path stands for; empty if no folder may have such a name. */
    static Optional<String> decode(String escaped) {
        return unescape(escaped).filter(FolderName::isWelcome);
    }

    /** A leading dot would lead upwards, or to what somebody hides, such as a password file. */
    private static boolean isWelcome(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_LENGTH
                && name.charAt(0) != '.'
                && name.codePoints().noneMatch(FolderName::isForbidden);
    }

    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint) || FORBIDDEN.indexOf(codePoint) >= 0;
    }

    private static Optional<String> unescape(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (int i = 0; i < escaped.length(); i++) {
                char c = escaped.charAt(i);
                if (c == '%') {
                    bytes.write(HexFormat.fromHexDigits(escaped, i + 1, i + 3));
                    i += 2;
                } else {
                    bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                }
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | CharacterCodingException _) {
            return Optional.empty();
        }
    }
}

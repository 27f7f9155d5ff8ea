package dev.coffer.backend.sftp.ssh;

import java.util.List;
import java.util.regex.Pattern;

/** Names with {@code *} and {@code ?}. A pattern with a {@code !} before it excludes what the others include. */
final class HostPatterns {

    private HostPatterns() {}

    static boolean match(List<String> patterns, String name) {
        boolean included = false;
        for (String pattern : patterns) {
            if (pattern.startsWith("!")) {
                if (matches(pattern.substring(1), name)) {
                    return false;
                }
            } else {
                included |= matches(pattern, name);
            }
        }
        return included;
    }

    private static boolean matches(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(pattern.substring(i, i + 1)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE)
                .matcher(name)
                .matches();
    }
}

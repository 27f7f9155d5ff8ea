package dev.coffer.backend.s3;

import java.util.ArrayDeque;
import java.util.Deque;

/** Keys as if they were paths, by restic's rules: both programs must come to the same key. */
final class KeyPaths {

    private KeyPaths() {}

    /** Without empty parts, {@code .} and {@code ..}, as far as that is possible, and without a slash at the end. */
    static String clean(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..") && (rooted || !parts.isEmpty()) && !"..".equals(parts.peekLast())) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return (rooted ? "/" : "") + String.join("/", parts);
    }

    static String join(String folder, String rest) {
        if (folder.isEmpty() || rest.isEmpty()) {
            return folder + rest;
        }
        return folder.endsWith("/") ? folder + rest : folder + "/" + rest;
    }
}

package dev.coffer.engine.filter;

import java.util.ArrayList;
import java.util.List;

/** Splits paths and patterns. The root of an absolute path is a component of its own, {@code /}. */
final class Components {

    private Components() {}

    /** Components of a clean path. */
    static List<String> of(String path) {
        List<String> components = new ArrayList<>();
        if (path.startsWith("/")) {
            components.add("/");
        }
        for (int start = 0; start < path.length(); ) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (end > start) {
                components.add(path.substring(start, end));
            }
            start = end + 1;
        }
        return components;
    }

    /** Components of a path as people write it: without {@code .}, and with {@code ..} resolved where possible. */
    static List<String> cleaned(String path) {
        List<String> clean = new ArrayList<>();
        for (String component : of(path)) {
            boolean canGoUp = !clean.isEmpty() && !"..".equals(clean.getLast());
            if ("..".equals(component) && canGoUp) {
                if (!"/".equals(clean.getLast())) {
                    clean.removeLast();
                }
            } else if (!".".equals(component)) {
                clean.add(component);
            }
        }
        return clean;
    }
}

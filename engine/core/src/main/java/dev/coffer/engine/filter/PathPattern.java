package dev.coffer.engine.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One pattern, ready for matching. */
final class PathPattern {

    private static final String ANY_COMPONENTS = "**";

    /** Empty elements stand for any number of components. */
    private final List<Optional<Glob>> globs;

    private final boolean anchored;
    private final boolean negated;

    private PathPattern(List<Optional<Glob>> globs, boolean anchored, boolean negated) {
        this.globs = globs;
        this.anchored = anchored;
        this.negated = negated;
    }

    /** The pattern, or empty if it is malformed. */
    static Optional<PathPattern> parse(String text) {
        boolean negated = text.startsWith("!");
        List<String> components = Components.cleaned(negated ? text.substring(1) : text);
        List<Optional<Glob>> globs = new ArrayList<>();
        for (String component : components) {
            Optional<Glob> glob = Glob.parse(component);
            if (glob.isEmpty()) {
                return Optional.empty();
            }
            globs.add(ANY_COMPONENTS.equals(component) ? Optional.empty() : glob);
        }
        return Optional.of(new PathPattern(List.copyOf(globs), text(components).startsWith("/"), negated));
    }

    private static String text(List<String> components) {
        return components.isEmpty() ? "" : components.getFirst();
    }

    boolean negated() {
        return negated;
    }

    /** Whether the path or one of the folders above it is meant. */
    boolean matches(List<String> path) {
        if (globs.isEmpty()) {
            return false;
        }
        int last = anchored ? 0 : path.size() - 1;
        for (int start = 0; start <= last; start++) {
            if (matchesFrom(path, start, 0, start)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the globs from {@code glob} on match the components from {@code at} on, whatever comes after these. */
    private boolean matchesFrom(List<String> path, int start, int glob, int at) {
        if (glob == globs.size()) {
            return at > start;
        }
        Optional<Glob> next = globs.get(glob);
        if (next.isPresent()) {
            return at < path.size() && next.get().matches(path.get(at)) && matchesFrom(path, start, glob + 1, at + 1);
        }
        for (int end = at; end <= path.size(); end++) {
            if (matchesFrom(path, start, glob + 1, end)) {
                return true;
            }
            if (end < path.size() && "/".equals(path.get(end))) {
                return false;
            }
        }
        return false;
    }

    /** Whether something below this folder could match. */
    boolean mayMatchBelow(List<String> folder) {
        if (!anchored) {
            return true;
        }
        for (int i = 0; i < Math.min(globs.size(), folder.size()); i++) {
            Optional<Glob> glob = globs.get(i);
            if (glob.isEmpty()) {
                return true;
            }
            if (!glob.get().matches(folder.get(i))) {
                return false;
            }
        }
        return true;
    }
}

package dev.coffer.engine.source;

import java.util.ArrayList;
import java.util.List;

/** Paths as text, cleaned without looking at the file system. */
final class SourcePaths {

    private SourcePaths() {}

    static String join(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /** The absolute, clean form of a path given relative to a folder, or absolute already. */
    static String absolute(String workingDirectory, String path) {
        String full = path.startsWith("/") ? path : workingDirectory + "/" + path;
        return "/" + String.join("/", components(full));
    }

    /**
     * The components of a path, without empty ones and {@code .}, and with {@code ..} resolved; of a relative path, those
     * that lead out of the working directory stay in front.
     */
    static List<String> components(String path) {
        boolean absolute = path.startsWith("/");
        List<String> clean = new ArrayList<>();
        for (String component : path.split("/")) {
            if ("..".equals(component)) {
                goUp(clean, absolute);
            } else if (!component.isEmpty() && !".".equals(component)) {
                clean.add(component);
            }
        }
        return clean;
    }

    private static void goUp(List<String> clean, boolean absolute) {
        if (!clean.isEmpty() && !"..".equals(clean.getLast())) {
            clean.removeLast();
        } else if (!absolute) {
            clean.add("..");
        }
    }

    /** The folder a path is in; that of the root is the root. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /** Whether a path is the folder itself, or in it at any depth. */
    static boolean isWithin(String folder, String path) {
        return path.equals(folder)
                || "/".equals(folder)
                || (path.startsWith(folder) && path.length() > folder.length() && path.charAt(folder.length()) == '/');
    }
}

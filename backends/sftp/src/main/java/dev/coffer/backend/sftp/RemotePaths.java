package dev.coffer.backend.sftp;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths on a server, where the slash separates names whatever this machine thinks of it. */
final class RemotePaths {

    private RemotePaths() {}

    /** The shortest path to the same place: without empty names, dots, and names that two dots take back. */
    static String clean(String path) {
        boolean absolute = path.startsWith("/");
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/")) {
            if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".") && !(absolute && name.equals(".."))) {
                names.addLast(name);
            }
        }
        String joined = String.join("/", names);
        if (absolute) {
            return "/" + joined;
        }
        return joined.isEmpty() ? "." : joined;
    }

    static String join(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /** The folder of a path that has been cleaned; that of a single relative name is the current one. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            return ".";
        }
        return slash == 0 ? "/" : path.substring(0, slash);
    }
}

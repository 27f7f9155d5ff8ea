package dev.coffer.backend.http;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the files of a repository are called in a store that knows objects and no folders: their paths, below a prefix.
 *
 * @param prefix empty, or a path that neither starts nor ends with a slash
 */
public record ObjectNames(String prefix) {

    /** Names below a path as a user writes it: slashes too many, {@code .} and {@code ..} are resolved as in a file system. */
    public static ObjectNames below(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return new ObjectNames(String.join("/", parts));
    }

    /** The object that holds a file. */
    public String of(Handle file) {
        return under(file.path());
    }

    /** What the names of all files of a type start with. */
    public String of(FileType type) {
        return under(type.directory()) + "/";
    }

    private String under(String path) {
        return prefix.isEmpty() ? path : prefix + "/" + path;
    }

    /** The name of the file that an object holds; empty if it is no file of that type. Not for the config. */
    public Optional<String> fileName(FileType type, String object) {
        String name = object.substring(object.lastIndexOf('/') + 1);
        return Handle.isFileName(name) && object.equals(of(Handle.of(type, name)))
                ? Optional.of(name)
                : Optional.empty();
    }

    /** A name as a part of a URL; slashes stay. */
    public static String encode(String name) {
        return Arrays.stream(name.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}

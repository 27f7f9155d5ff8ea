package dev.coffer.engine.browse;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * Where snapshots are found: a path with {@code %i} for the short id, {@code %I} for the whole one, {@code %u} for the user, {@code
 * %h} for the host, {@code %t} for each tag, and {@code %T} for the time.
 */
public final class PathTemplate {

    /** Those of restic. */
    public static final List<String> USUAL = List.of("ids/%i", "snapshots/%T", "hosts/%h/%T", "tags/%t/%T");

    private static final String TIME = "%T";

    private final String text;

    private PathTemplate(String text) {
        this.text = text;
    }

    /** @throws BadRequest if it holds anything else after a percent sign */
    public static PathTemplate parse(String text) throws BadRequest {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 2)) {
            if (at + 1 == text.length() || "iIuhtT%".indexOf(text.charAt(at + 1)) < 0) {
                throw new BadRequest(
                        "\"" + text + "\" is no template for paths: after % it takes one of i, I, u, h, t, T.");
            }
        }
        return new PathTemplate(text);
    }

    /** Whether the last name is a time, so that one of several is the latest. */
    boolean endsInTime() {
        return text.endsWith(TIME);
    }

    /** The folders that all paths begin with. */
    List<String> fixedFolders() {
        String fixed = text.contains("%") ? text.substring(0, text.indexOf('%')) : text;
        return names(fixed.substring(0, fixed.lastIndexOf('/') + 1));
    }

    /** The paths of a snapshot, as names of folders; several if it has several tags, none if it should have one. */
    List<List<String>> paths(StoredSnapshot stored, TimeLayout times) {
        if (!text.contains("%t")) {
            return List.of(path(stored, "", times));
        }
        return stored.snapshot().tags().stream()
                .map(tag -> path(stored, tag, times))
                .toList();
    }

    private List<String> path(StoredSnapshot stored, String tag, TimeLayout times) {
        StringBuilder path = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            path.append(c == '%' ? value(text.charAt(++at), stored, tag, times) : String.valueOf(c));
        }
        return names(path.toString());
    }

    private static String value(char what, StoredSnapshot stored, String tag, TimeLayout times) {
        Snapshot snapshot = stored.snapshot();
        return switch (what) {
            case 'i' -> stored.id().shortHex();
            case 'I' -> stored.id().toString();
            case 'u' -> snapshot.username();
            case 'h' -> snapshot.hostname();
            case 't' -> tag;
            case 'T' -> times.format(snapshot.time());
            default -> String.valueOf(what);
        };
    }

    /** Hosts and tags may be anything; names that lead elsewhere are made harmless. */
    private static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        for (String name : path.split("/")) {
            if (name.equals(".") || name.equals("..")) {
                names.add("_".repeat(name.length()));
            } else if (!name.isEmpty()) {
                names.add(name.replace('\0', '_'));
            }
        }
        return names;
    }
}

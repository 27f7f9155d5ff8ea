package dev.coffer.cli;

import dev.coffer.engine.snapshot.SnapshotFilter;
import dev.coffer.engine.snapshot.TagList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which snapshots a command is about. */
abstract sealed class FilterOptions {

    static final String HOST_DESCRIPTION = "Only snapshots of this host (RESTIC_HOST). May be repeated.";

    @Option(
            names = "--tag",
            paramLabel = "TAG[,TAG...]",
            description = "Only snapshots with all of these tags. May be repeated, for one list or another.")
    List<String> tags = new ArrayList<>();

    @Option(names = "--path", paramLabel = "PATH", description = "Only snapshots that hold this path. May be repeated.")
    List<String> paths = new ArrayList<>();

    abstract List<String> hosts();

    /** As most commands have them. */
    static final class Usual extends FilterOptions {

        @Option(
                names = {"-H", "--host"},
                paramLabel = "HOST",
                description = HOST_DESCRIPTION)
        List<String> hosts = new ArrayList<>();

        @Override
        List<String> hosts() {
            return hosts;
        }
    }

    /** For {@code forget}, where {@code -H} means something else. */
    static final class WithoutShortHost extends FilterOptions {

        @Option(names = "--host", paramLabel = "HOST", description = HOST_DESCRIPTION)
        List<String> hosts = new ArrayList<>();

        @Override
        List<String> hosts() {
            return hosts;
        }
    }

    SnapshotFilter filter(Environment environment) {
        Set<String> wantedHosts = new LinkedHashSet<>(hosts());
        if (hosts().isEmpty()) {
            environment.get("RESTIC_HOST").ifPresent(wantedHosts::add);
        }
        // An empty name stands for any, which undoes the default.
        wantedHosts.remove("");
        return new SnapshotFilter(
                wantedHosts,
                paths.stream().map(FilterOptions::absolute).toList(),
                tags.stream().map(TagList::parse).toList());
    }

    private static String absolute(String path) {
        return path.startsWith("/")
                ? path
                : Path.of(path).toAbsolutePath().normalize().toString();
    }
}

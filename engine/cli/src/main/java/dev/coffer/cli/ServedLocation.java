package dev.coffer.cli;

import dev.coffer.backend.Backend;
import dev.coffer.server.RepositoryOpener;
import java.io.IOException;
import java.util.List;

/**
 * Where a server has its repositories: in folders below a location.
 *
 * @param base any location that a repository may have
 */
record ServedLocation(Stores stores, String base) implements RepositoryOpener {

    @Override
    public Backend open(List<String> folders) throws IOException {
        return stores.open(location(folders));
    }

    @Override
    public Backend create(List<String> folders) throws IOException {
        return stores.create(location(folders));
    }

    String location(List<String> folders) {
        String path = String.join("/", folders);
        boolean separated = path.isEmpty() || base.endsWith("/") || base.endsWith(":");
        return separated ? base + path : base + "/" + path;
    }
}

package dev.coffer.engine.restore;

import dev.coffer.engine.filter.PathFilter.Choice;
import dev.coffer.engine.fs.LocalFiles;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Removes things at the target, never following a symbolic link. */
final class Removal {

    private final RestoreRun run;
    private final LocalFiles files;

    Removal(RestoreRun run) {
        this.run = run;
        this.files = run.files();
    }

    /** Makes room for something else. A directory that is not empty gives way only if things may be deleted. */
    void clear(String target) throws IOException {
        if (run.has(RestoreOption.DELETE) && files.stat(target).isDirectory()) {
            for (String name : files.list(target)) {
                clear(target + "/" + name);
            }
        }
        files.remove(target);
    }

    /**
     * Removes from a directory what the snapshot does not hold there and the filter selects. What cannot be removed is
     * reported, and the rest removed all the same.
     */
    void removeUnexpected(Level<?> level) throws IOException {
        List<String> names;
        String folder = run.target().of(level.path());
        try {
            names = files.list(folder);
        } catch (NoSuchFileException e) {
            if (run.dryRun()) {
                return;
            }
            throw e;
        }
        for (String name : names) {
            if (!level.names().contains(name)) {
                String path = level.path().length() == 1 ? "/" + name : level.path() + "/" + name;
                remove(path);
            }
        }
    }

    /** Returns whether nothing is left of it. */
    private boolean remove(String path) throws IOException {
        try {
            return removeSelected(path);
        } catch (IOException e) {
            run.failed(path, e);
            return false;
        }
    }

    private boolean removeSelected(String path) throws IOException {
        String target = run.target().of(path);
        boolean directory = files.stat(target).isDirectory();
        if (run.request().filter().choose(path, directory) != Choice.SELECTED) {
            return false;
        }
        boolean empty = true;
        if (directory) {
            for (String name : files.list(target)) {
                empty &= remove(path + "/" + name);
            }
        }
        if (empty) {
            if (!run.dryRun()) {
                files.remove(target);
            }
            run.progress().deleted(target);
        }
        return empty;
    }
}

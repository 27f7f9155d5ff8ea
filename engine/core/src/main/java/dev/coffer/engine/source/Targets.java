package dev.coffer.engine.source;

import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.List;

/**
 * The targets, looked up.
 *
 * @param missing as written by the user
 */
record Targets(List<TargetPath> existing, List<String> missing) {

    static Targets of(LocalFiles files, String workingDirectory, List<String> targets) {
        List<TargetPath> existing = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String target : targets) {
            TargetPath path = TargetPath.of(workingDirectory, target);
            if (target.isEmpty() || isMissing(files, path.absolute())) {
                missing.add(target);
            } else {
                existing.add(path);
            }
        }
        return new Targets(List.copyOf(existing), List.copyOf(missing));
    }

    /** Other failures are for the backup to report, when it comes to the target. */
    private static boolean isMissing(LocalFiles files, String path) {
        try {
            files.stat(path);
            return false;
        } catch (NoSuchFileException | NotDirectoryException absent) {
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Absolute clean paths of the existing targets, sorted; repeated ones stay, as in restic's snapshots. */
    List<String> paths() {
        return existing.stream()
                .map(TargetPath::absolute)
                .sorted(NativeString::compareBytes)
                .toList();
    }
}

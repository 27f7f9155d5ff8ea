package dev.coffer.engine.source;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.LocalFiles;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows which file systems the targets are on. */
final class MountPoints {

    private final LocalFiles files;
    private final Map<String, Long> devices = new HashMap<>();

    /** @param targets absolute paths; those whose attributes cannot be read permit no file system */
    MountPoints(LocalFiles files, List<String> targets) {
        this.files = files;
        for (String target : targets) {
            try {
                devices.put(target, files.stat(target).device());
            } catch (IOException unreadable) {
                devices.remove(target);
            }
        }
    }

    /** Whether something is on the file system of the target it is in; so is the folder another one is mounted on. */
    boolean accepts(String path, FileStat stat) {
        return isOnTargetDevice(path, stat.device()) || (stat.isDirectory() && isMountPoint(path));
    }

    private boolean isMountPoint(String folder) {
        try {
            String parent = SourcePaths.parent(folder);
            return isOnTargetDevice(parent, files.stat(parent).device());
        } catch (IOException vanished) {
            return false;
        }
    }

    private boolean isOnTargetDevice(String path, long device) {
        for (String at = path; ; at = SourcePaths.parent(at)) {
            Long expected = devices.get(at);
            if (expected != null) {
                return expected == device;
            }
            if ("/".equals(at)) {
                return false;
            }
        }
    }
}

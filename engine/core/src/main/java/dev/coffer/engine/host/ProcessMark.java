package dev.coffer.engine.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What, together with its number, tells a process from every other one, also those of other machines and containers, and later
 * ones that are given the same number. Linux tells it (proc(5)), other systems do not.
 *
 * @param bootId random number of the machine's last start
 * @param pidNamespace identity of the namespace in which the process's number counts; each container usually has its own
 * @param startTicks when the process started, in ticks since the machine's start
 */
public record ProcessMark(String bootId, long pidNamespace, long startTicks) {

    private static final Path PROC = Path.of("/proc");
    private static final Path BOOT_ID = PROC.resolve("sys/kernel/random/boot_id");
    private static final Pattern NAMESPACE = Pattern.compile("pid:\\[(\\d{1,18})]");

    /** Fields of the stat file are counted from 1; the name of the program is the second and may hold anything. */
    private static final int FIRST_AFTER_NAME = 3;

    private static final int START_TICKS = 22;

    /** Whether a process still runs. */
    public enum Fate {
        RUNNING,
        GONE,
        /** It belongs to this machine, but to a part of it that cannot be looked into from here. */
        HIDDEN,
        UNKNOWN
    }

    /** The mark of this process, if the system tells. */
    public static Optional<ProcessMark> current() {
        return ofProcess(ProcessHandle.current().pid());
    }

    /** The mark of a process that this one sees, if the system tells. */
    static Optional<ProcessMark> ofProcess(long pid) {
        try {
            String bootId = Files.readString(BOOT_ID).strip();
            Matcher namespace = NAMESPACE.matcher(
                    Files.readSymbolicLink(PROC.resolve("self/ns/pid")).toString());
            Optional<Stat> stat = stat(pid);
            return namespace.matches() && stat.isPresent()
                    ? Optional.of(new ProcessMark(bootId, Long.parseLong(namespace.group(1)), stat.get().startTicks))
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException _) {
            return Optional.empty();
        }
    }

    /** Whether the process of this number and mark still runs. */
    public Fate fate(long pid) {
        Optional<ProcessMark> here = current();
        if (here.isEmpty() || !here.get().bootId.equals(bootId)) {
            return Fate.UNKNOWN;
        }
        if (here.get().pidNamespace != pidNamespace || !seesProcessesOfOthers()) {
            return Fate.HIDDEN;
        }
        Optional<Stat> stat = stat(pid);
        boolean same = stat.isPresent() && stat.get().startTicks == startTicks && !stat.get().ended;
        return same ? Fate.RUNNING : Fate.GONE;
    }

    /** The file system may be mounted so that it hides them; the first process there is belongs to somebody else. */
    private static boolean seesProcessesOfOthers() {
        return Files.exists(PROC.resolve("1/stat"));
    }

    /** @param ended whether only its exit code is still there */
    private record Stat(long startTicks, boolean ended) {}

    private static Optional<Stat> stat(long pid) {
        try {
            String line = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            boolean ended = fields[0].equals("Z") || fields[0].equals("X");
            return Optional.of(new Stat(Long.parseLong(fields[START_TICKS - FIRST_AFTER_NAME]), ended));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}

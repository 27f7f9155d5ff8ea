package dev.coffer.engine.fs;

import java.util.Locale;
import java.util.Optional;

/** Architectures whose Linux system calls are known here, and the few flags that differ between them. */
enum Machine {
    X86_64(0x10000, 0x20000),
    AARCH64(0x4000, 0x8000);

    /** Flag of {@code open}: only if it is a directory. */
    final int directoryOnly;
    /** Flag of {@code open}: fail on a symbolic link. */
    final int noFollow;

    Machine(int directoryOnly, int noFollow) {
        this.directoryOnly = directoryOnly;
        this.noFollow = noFollow;
    }

    /** The machine this program runs on, if it is a known one under Linux. */
    static Optional<Machine> current() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux")) {
            return Optional.empty();
        }
        return switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }
}

package dev.coffer.engine.fs;

/**
 * The calls of the Linux kernel this package makes, by their numbers on the two architectures it knows. The kernel never
 * changes numbers or meanings, so they serve with any C library.
 */
enum SystemCall {
    OPENAT(257, 56),
    CLOSE(3, 57),
    PREAD(17, 67),
    PWRITE(18, 68),
    FTRUNCATE(77, 46),
    FALLOCATE(285, 47),
    GETDENTS64(217, 61),
    STATX(332, 291),
    READLINKAT(267, 78),
    MKDIRAT(258, 34),
    SYMLINKAT(266, 36),
    LINKAT(265, 37),
    MKNODAT(259, 33),
    UNLINKAT(263, 35),
    FCHOWN(93, 55),
    FCHOWNAT(260, 54),
    FCHMOD(91, 52),
    FCHMODAT(268, 53),
    FCHMODAT2(452, 452),
    UTIMENSAT(280, 88),
    LLISTXATTR(195, 12),
    LGETXATTR(192, 9),
    LSETXATTR(189, 6),
    LREMOVEXATTR(198, 15),
    FLISTXATTR(196, 13),
    FGETXATTR(193, 10),
    FSETXATTR(190, 7),
    FREMOVEXATTR(199, 16),
    GETEUID(107, 175);

    private final int onX86;
    private final int onArm;

    SystemCall(int onX86, int onArm) {
        this.onX86 = onX86;
        this.onArm = onArm;
    }

    int number(Machine machine) {
        return machine == Machine.X86_64 ? onX86 : onArm;
    }
}

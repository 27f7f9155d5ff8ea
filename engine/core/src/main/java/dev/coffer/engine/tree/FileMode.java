package dev.coffer.engine.tree;

/** The bits of {@link Node#mode()}: Go's {@code os.FileMode}, which differ from POSIX above the permissions. */
public final class FileMode {

    public static final int DIR = 1 << 31;
    public static final int SYMLINK = 1 << 27;
    public static final int DEVICE = 1 << 26;
    public static final int NAMED_PIPE = 1 << 25;
    public static final int SOCKET = 1 << 24;
    public static final int SETUID = 1 << 23;
    public static final int SETGID = 1 << 22;
    public static final int CHAR_DEVICE = 1 << 21;
    public static final int STICKY = 1 << 20;
    public static final int IRREGULAR = 1 << 19;
    public static final int PERMISSIONS = 0777;

    private FileMode() {}
}

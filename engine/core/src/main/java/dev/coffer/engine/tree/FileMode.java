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

    /** The letter of each bit from the highest down to {@link #IRREGULAR}, as Go prints modes. */
    private static final String LETTERS = "dalTLDpSugct?";

    private static final String PERMISSION_LETTERS = "rwxrwxrwx";

    private FileMode() {}

    /** The twelve permission bits of POSIX: set-id bits and sticky bit at the top. */
    public static int posixPermissions(int mode) {
        return (mode & PERMISSIONS)
                | ((mode & SETUID) != 0 ? 04000 : 0)
                | ((mode & SETGID) != 0 ? 02000 : 0)
                | ((mode & STICKY) != 0 ? 01000 : 0);
    }

    /** The mode as Go and therefore restic shows it: {@code -rw-r--r--}, {@code dtrwxrwxrwx}. */
    public static String text(int mode) {
        StringBuilder text = new StringBuilder(16);
        for (int i = 0; i < LETTERS.length(); i++) {
            if ((mode & (1 << (31 - i))) != 0) {
                text.append(LETTERS.charAt(i));
            }
        }
        if (text.isEmpty()) {
            text.append('-');
        }
        for (int i = 0; i < PERMISSION_LETTERS.length(); i++) {
            text.append((mode & (1 << (8 - i))) != 0 ? PERMISSION_LETTERS.charAt(i) : '-');
        }
        return text.toString();
    }
}

package dev.coffer.backend.sftp.protocol;

/** How a server says that a request succeeded or failed. Version 3 ends with the ninth; some servers use later ones as well. */
public enum Status {
    OK(0, "ok"),
    EOF(1, "end of file"),
    NO_SUCH_FILE(2, "no such file"),
    PERMISSION_DENIED(3, "permission denied"),
    FAILURE(4, "failure"),
    BAD_MESSAGE(5, "bad message"),
    NO_CONNECTION(6, "no connection"),
    CONNECTION_LOST(7, "connection lost"),
    UNSUPPORTED(8, "operation unsupported"),
    NO_SUCH_PATH(10, "no such path"),
    FILE_EXISTS(11, "file exists already"),
    WRITE_PROTECTED(12, "write protected"),
    NO_SPACE(14, "no space left"),
    QUOTA_EXCEEDED(15, "quota exceeded");

    private final int code;
    private final String words;

    Status(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** What we do not know is a failure like any other. */
    static Status of(int code) {
        for (Status status : values()) {
            if (status.code == code) {
                return status;
            }
        }
        return FAILURE;
    }
}

package dev.coffer.engine.dump;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.io.OutputStream;

/** The formats a folder can be written in. */
public enum ArchiveFormat {
    TAR,
    ZIP;

    /**
     * The format that a name of the command line stands for.
     *
     * @throws BadRequest if it stands for none
     */
    public static ArchiveFormat parse(String name) throws BadRequest {
        return switch (name) {
            case "tar" -> TAR;
            case "zip" -> ZIP;
            default -> throw new BadRequest("unknown archive format \"" + name + "\": give tar or zip");
        };
    }

    ArchiveWriter open(OutputStream out) {
        return switch (this) {
            case TAR -> new TarWriter(out);
            case ZIP -> new ZipWriter(out);
        };
    }
}

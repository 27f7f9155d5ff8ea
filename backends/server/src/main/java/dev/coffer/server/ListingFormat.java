package dev.coffer.server;

import dev.coffer.backend.FileInfo;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** How files are listed: version 1 of the protocol has their names, version 2 also their sizes. */
enum ListingFormat {
    NAMES("application/vnd.x.restic.rest.v1"),
    NAMES_AND_SIZES("application/vnd.x.restic.rest.v2");

    private static final int BUFFER_SIZE = 1 << 16;

    private final String mediaType;

    ListingFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The one that a client accepts. */
    static ListingFormat of(Optional<String> accept) {
        return accept.filter(NAMES_AND_SIZES.mediaType::equals).isPresent() ? NAMES_AND_SIZES : NAMES;
    }

    String mediaType() {
        return mediaType;
    }

    /** Writes JSON; there is nothing in names that would have to be escaped. */
    void write(List<FileInfo> files, OutputStream target) throws IOException {
        Writer writer =
                new OutputStreamWriter(new BufferedOutputStream(target, BUFFER_SIZE), StandardCharsets.US_ASCII);
        writer.write("[");
        String separator = "";
        for (FileInfo file : files) {
            writer.write(separator);
            writer.write(element(file));
            separator = ",";
        }
        writer.write("]");
        writer.flush();
    }

    private String element(FileInfo file) {
        return switch (this) {
            case NAMES -> "\"" + file.name() + "\"";
            case NAMES_AND_SIZES -> "{\"name\":\"" + file.name() + "\",\"size\":" + file.size() + "}";
        };
    }
}

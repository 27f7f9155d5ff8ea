package dev.coffer.server;

import dev.coffer.backend.FileReasons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in a file of {@code htpasswd}: a line {@code name:hash} for each user. Immutable.
 *
 * @param hashes by name of the user
 */
record PasswordTable(Map<String, PasswordHash> hashes) {

    PasswordTable {
        hashes = Map.copyOf(hashes);
    }

    /** @throws IOException if the file cannot be read or understood; the message says which line is wrong */
    static PasswordTable read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IOException(
                    "cannot read the password file " + file + ": " + FileReasons.of(e)
                            + "; make one by 'htpasswd -B -c " + file + " NAME'",
                    e);
        }
        Map<String, PasswordHash> hashes = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                addLine(hashes, lines.get(i).strip());
            } catch (IllegalArgumentException e) {
                throw new IOException("line " + (i + 1) + " of " + file + " is wrong: " + e.getMessage(), e);
            }
        }
        return new PasswordTable(hashes);
    }

    private static void addLine(Map<String, PasswordHash> hashes, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("it must be a name, a colon, and a hash");
        }
        hashes.put(line.substring(0, colon), PasswordHash.parse(line.substring(colon + 1)));
    }

    Optional<PasswordHash> hash(String user) {
        return Optional.ofNullable(hashes.get(user));
    }

    /** Without the hashes. */
    @Override
    public String toString() {
        return "PasswordTable" + hashes.keySet();
    }
}

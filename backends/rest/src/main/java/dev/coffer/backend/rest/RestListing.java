package dev.coffer.backend.rest;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.Handle;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a listing while it comes in: {@code ["name", …]} in version 1 of the protocol, {@code [{"name": "…", "size": 1}, …]}
 * in version 2. Names that no file of a repository has are passed over.
 */
final class RestListing {

    private final InputStream in;
    private final String attempt;

    RestListing(InputStream in, String attempt) {
        this.in = new BufferedInputStream(in, 64 << 10);
        this.attempt = attempt;
    }

    /** All names, as version 1 says nothing about sizes. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        elements(']', first -> {
            String name = string(first);
            if (Handle.isFileName(name)) {
                names.add(name);
            }
        });
        return names;
    }

    void files(Consumer<FileInfo> action) throws IOException {
        elements(']', first -> {
            expect('{', first);
            File file = new File();
            members(file);
            if (Handle.isFileName(file.name)) {
                action.accept(new FileInfo(file.name, file.size));
            }
        });
    }

    private static final class File {
        private String name = "";
        private long size;
    }

    private interface Element {
        void read(int first) throws IOException;
    }

    /** All elements of an array, whose bracket is still to come. */
    private void elements(int end, Element element) throws IOException {
        expect('[', next());
        separated(end, element);
    }

    private void members(File file) throws IOException {
        separated('}', first -> {
            String key = string(first);
            expect(':', next());
            int value = next();
            switch (key) {
                case "name" -> file.name = string(value);
                case "size" -> file.size = number(value);
                default -> skip(value);
            }
        });
    }

    private void separated(int end, Element element) throws IOException {
        int c = next();
        if (c == end) {
            return;
        }
        element.read(c);
        for (c = next(); c != end; c = next()) {
            expect(',', c);
            element.read(next());
        }
    }

    /** The next character that is no space. */
    private int next() throws IOException {
        int c = in.read();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            c = in.read();
        }
        return c;
    }

    private void expect(int wanted, int found) throws IOException {
        if (found != wanted) {
            throw malformed("there is " + (found < 0 ? "the end" : "'" + (char) found + "'") + " instead of '"
                    + (char) wanted + "'");
        }
    }

    /** Names that matter need no escapes, so it is enough to find the end of those that do not. */
    private String string(int first) throws IOException {
        expect('"', first);
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c != '"'; c = in.read()) {
            int plain = c == '\\' ? in.read() : c;
            if (plain < 0) {
                throw malformed("it ends within a name");
            }
            text.append((char) plain);
        }
        return text.toString();
    }

    private long number(int first) throws IOException {
        long value = 0;
        int c = first;
        do {
            if (c < '0' || c > '9' || value > Long.MAX_VALUE / 10 - 9) {
                throw malformed("a size is no number");
            }
            value = value * 10 + (c - '0');
            in.mark(1);
            c = in.read();
        } while (c >= '0' && c <= '9');
        in.reset();
        return value;
    }

    /** A string, number or word of which we know nothing. */
    private void skip(int first) throws IOException {
        if (first == '"') {
            string(first);
            return;
        }
        int c = first;
        while (c != ',' && c != '}' && c >= 0) {
            in.mark(1);
            c = in.read();
        }
        in.reset();
    }

    private BackendException malformed(String reason) {
        return new BackendException.Rejected(
                "cannot " + attempt + ": the answer is no listing of a REST server for restic: " + reason, null);
    }
}

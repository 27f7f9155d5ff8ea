package dev.coffer.cli;

import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.text.NativeString;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Results on standard output, messages on standard error, and between them the status line of a terminal, which steps aside
 * for both. Text is written as UTF-8, file names as the bytes they are, unless they would command a terminal. Safe for use by any
 * thread.
 */
final class Output {

    private static final int BUFFER = 1 << 16;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final OutputStream out;
    private final OutputStream err;
    private final Terminal terminal;
    private String status = "";

    Output(Surroundings surroundings) {
        this.out = new BufferedOutputStream(surroundings.out(), BUFFER);
        this.err = surroundings.err();
        this.terminal = surroundings.terminal();
    }

    /**
     * Writes a line of the result.
     *
     * @throws BrokenPipe if nobody reads any more
     */
    synchronized void line(String text) throws IOException {
        hideStatus();
        text(text + "\n");
        if (terminal.out()) {
            flush();
        }
        showStatus();
    }

    /** Writes a piece of the result, without ending a line. */
    synchronized void text(String text) throws IOException {
        write(NativeString.encode(shown(text)));
    }

    /** What goes to a file or another program is not touched; on a screen a name is to be seen, and must not do anything. */
    private String shown(String text) {
        return terminal.out() ? TerminalText.of(NativeString.printable(text)) : text;
    }

    void lines(List<String> lines) throws IOException {
        for (String line : lines) {
            line(line);
        }
    }

    /** Writes a JSON document on a line of its own, at once. */
    synchronized void json(JsonWriter document) throws IOException {
        line(document.toString());
        flush();
    }

    /** Writes bytes of the result as they are. */
    synchronized void bytes(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private void write(byte[] bytes) throws IOException {
        bytes(bytes, 0, bytes.length);
    }

    synchronized void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static IOException broken(IOException failure) {
        String reason = String.valueOf(failure.getMessage());
        return reason.contains("Broken pipe")
                ? new BrokenPipe(failure)
                : new IOException("cannot write to standard output: " + reason, failure);
    }

    /** Tells the user something that is no result. */
    synchronized void message(String text) {
        hideStatus();
        try {
            // Where both streams end in one place, what was told first shall stand there first.
            out.flush();
        } catch (IOException _) {
            // The next result will find out.
        }
        try {
            String shown = TerminalText.of(terminal.err() ? NativeString.printable(text) : text);
            err.write(NativeString.encode(shown + "\n"));
            err.flush();
        } catch (IOException _) {
            // There is no better place to complain.
        }
        showStatus();
    }

    /** Shows a line that the next status or any other output replaces; nothing unless on a terminal. */
    synchronized void status(String text) {
        String printable = TerminalText.of(NativeString.printable(text)).replace('\n', ' ');
        int cut = printable.offsetByCodePoints(
                0, Math.min(terminal.columns() - 1, printable.codePointCount(0, printable.length())));
        hideStatus();
        status = printable.substring(0, cut);
        showStatus();
    }

    private void hideStatus() {
        if (!status.isEmpty()) {
            draw(CLEAR_LINE);
        }
    }

    private void showStatus() {
        if (!status.isEmpty()) {
            draw(status);
        }
    }

    private void draw(String text) {
        if (!terminal.out()) {
            return;
        }
        try {
            write(NativeString.encode(text));
            flush();
        } catch (IOException _) {
            // The next result will find out.
        }
    }
}

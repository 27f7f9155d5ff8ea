package dev.coffer.cli;

import java.io.IOException;
import java.io.OutputStream;

/** The program's results as a stream of bytes and of text. Closing leaves them open. */
final class StandardOutput extends OutputStream implements Appendable {

    private final Output output;

    StandardOutput(Output output) {
        this.output = output;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        output.bytes(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        output.flush();
    }

    @Override
    public StandardOutput append(CharSequence text) throws IOException {
        output.text(text.toString());
        return this;
    }

    @Override
    public StandardOutput append(CharSequence text, int start, int end) throws IOException {
        return append(text.subSequence(start, end));
    }

    @Override
    public StandardOutput append(char c) throws IOException {
        return append(Character.toString(c));
    }
}

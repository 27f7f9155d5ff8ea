package dev.coffer.backend.sftp.ssh;

import dev.coffer.backend.sftp.protocol.SftpStreams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.sshd.client.channel.ChannelSubsystem;

/** The streams of a channel on which the server's SFTP runs. */
final class ChannelStreams implements SftpStreams {

    private final ChannelSubsystem channel;
    private final ByteArrayOutputStream errors;

    private ChannelStreams(ChannelSubsystem channel, ByteArrayOutputStream errors) {
        this.channel = channel;
        this.errors = errors;
    }

    static ChannelStreams open(ChannelSubsystem channel, Duration patience) throws IOException {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        channel.setErr(errors);
        channel.open().verify(patience);
        return new ChannelStreams(channel, errors);
    }

    @Override
    public InputStream in() {
        return channel.getInvertedOut();
    }

    @Override
    public OutputStream out() {
        return channel.getInvertedIn();
    }

    @Override
    public String lastWords() {
        return errors.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() {
        channel.close(true);
    }
}

package dev.coffer.cli;

import dev.coffer.cli.ProgressState.Moment;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.text.Quantities;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Shows people how work goes on: a line on the terminal, problems as they happen, with {@code -vv} every file. */
final class TextReporter implements ProgressListener, AutoCloseable {

    private final ProgressState state = new ProgressState();
    private final Output output;
    private final int verbosity;
    private final Optional<ProgressTicker> ticker;

    TextReporter(Session session) {
        this.output = session.output();
        this.verbosity = session.options().output.verbosity();
        boolean watched = session.surroundings().terminal().out();
        this.ticker = session.options().output.quiet()
                ? Optional.empty()
                : ProgressTicker.interval(session.environment(), watched)
                        .map(interval -> new ProgressTicker(interval, () -> output.status(line(state.now()))));
    }

    @Override
    public void on(ProgressEvent event) {
        state.add(event);
        switch (event) {
            case ProgressEvent.Problem problem -> output.message(problem.item() + ": " + problem.message());
            case ProgressEvent.Notice notice -> output.message(notice.message());
            case ProgressEvent.Saved saved -> detail(word(saved.change()), saved.path(), saved.dataSize());
            case ProgressEvent.Restored restored -> detail(word(restored.action()), restored.path(), restored.size());
            default -> {}
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void detail(String what, String path, long size) {
        if (verbosity < 2) {
            return;
        }
        try {
            output.line(String.format(Quantities.DIGITS, "%-9s  %s, %s", what, path, Texts.bytes(size)));
        } catch (IOException _) {
            // The result of the command goes the same way, and will fail there.
        }
    }

    static String line(Moment now) {
        StringBuilder line = new StringBuilder("[" + Texts.duration(now.elapsed()) + "] ");
        if (now.totalBytes() > 0) {
            line.append(Texts.percent(now.bytes(), now.totalBytes())).append("  ");
        }
        line.append(Texts.count(now.files(), "file")).append(' ').append(Texts.bytes(now.bytes()));
        if (now.totalBytes() > 0) {
            line.append(" of ").append(now.totalFiles()).append(' ').append(Texts.bytes(now.totalBytes()));
        }
        line.append(", ").append(Texts.bytes(now.bytesPerSecond())).append("/s");
        if (now.errors() > 0) {
            line.append(", ").append(Texts.count(now.errors(), "error"));
        }
        if (!now.remaining().isZero()) {
            line.append(", ETA ").append(Texts.duration(now.remaining()));
        }
        now.current().stream().findFirst().ifPresent(path -> line.append("  ").append(path));
        return line.toString();
    }

    /** Ends the line on the terminal. */
    @Override
    public void close() {
        ticker.ifPresent(ProgressTicker::close);
        output.status("");
    }
}

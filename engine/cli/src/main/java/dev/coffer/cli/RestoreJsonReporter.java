package dev.coffer.cli;

import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressEvent.Problem;
import dev.coffer.engine.progress.ProgressEvent.RestoreAction;
import dev.coffer.engine.progress.ProgressEvent.Restored;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.restore.RestoreSummary;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Tells programs how a restore goes on, in restic's messages (repository format, "JSON output"). */
final class RestoreJsonReporter implements ProgressListener, AutoCloseable {

    private final long start = System.nanoTime();
    private final Output output;
    private final boolean details;
    private final Optional<ProgressTicker> ticker;
    private Counts counts = new Counts(0, 0, 0, 0, 0, 0, 0);

    /** The numbers that the messages have in common. */
    private record Counts(
            long totalFiles,
            long restored,
            long skipped,
            long deleted,
            long totalBytes,
            long bytes,
            long bytesSkipped) {

        Counts total(long files, long newBytes) {
            return new Counts(files, restored, skipped, deleted, newBytes, bytes, bytesSkipped);
        }

        Counts written(long count) {
            return new Counts(totalFiles, restored, skipped, deleted, totalBytes, bytes + count, bytesSkipped);
        }

        Counts done(RestoreAction action, long size) {
            return switch (action) {
                case RESTORED, UPDATED ->
                    new Counts(totalFiles, restored + 1, skipped, deleted, totalBytes, bytes, bytesSkipped);
                case UNCHANGED ->
                    new Counts(totalFiles, restored, skipped + 1, deleted, totalBytes, bytes, bytesSkipped + size);
                case DELETED -> new Counts(totalFiles, restored, skipped, deleted + 1, totalBytes, bytes, bytesSkipped);
            };
        }

        double share() {
            if (totalBytes > 0) {
                return Math.min(1, (double) bytes / totalBytes);
            }
            return totalFiles > 0 ? Math.min(1, (double) restored / totalFiles) : 0;
        }

        void writeTo(JsonWriter json) {
            write(json, "total_files", totalFiles);
            write(json, "files_restored", restored);
            write(json, "files_skipped", skipped);
            write(json, "files_deleted", deleted);
            write(json, "total_bytes", totalBytes);
            write(json, "bytes_restored", bytes);
            write(json, "bytes_skipped", bytesSkipped);
        }
    }

    RestoreJsonReporter(Session session) {
        this.output = session.output();
        this.details = session.options().output.verbosity() >= 2;
        this.ticker = session.options().output.quiet()
                ? Optional.empty()
                : ProgressTicker.interval(session.environment(), true)
                        .map(interval -> new ProgressTicker(interval, this::status));
    }

    @Override
    public void on(ProgressEvent event) {
        count(event);
        switch (event) {
            case Problem problem -> output.message(error(problem).toString());
            case ProgressEvent.Notice notice -> output.message(notice.message());
            case Restored restored when details -> print(verboseStatus(restored));
            default -> {}
        }
    }

    private synchronized void count(ProgressEvent event) {
        counts = switch (event) {
            case ProgressEvent.Total total -> counts.total(total.files(), total.bytes());
            case ProgressEvent.Bytes more -> counts.written(more.count());
            case Restored restored -> counts.done(restored.action(), restored.size());
            default -> counts;
        };
    }

    private synchronized Counts now() {
        return counts;
    }

    private void status() {
        JsonWriter json = message("status");
        write(
                json,
                "seconds_elapsed",
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
        Counts present = now();
        json.name("percent_done").value(present.share());
        present.writeTo(json);
        print(json.endObject());
    }

    private static JsonWriter verboseStatus(Restored restored) {
        JsonWriter json = message("verbose_status");
        json.name("action").value(restored.action().name().toLowerCase(Locale.ROOT));
        json.name("item").value(restored.path());
        return json.name("size").value(restored.size()).endObject();
    }

    private static JsonWriter error(Problem problem) {
        JsonWriter json = message("error");
        json.name("error")
                .beginObject()
                .name("message")
                .value(problem.message())
                .endObject();
        json.name("during").value(problem.during().name().toLowerCase(Locale.ROOT));
        return json.name("item").value(problem.item()).endObject();
    }

    /** The last message. */
    void summary(RestoreSummary summary) throws IOException {
        close();
        JsonWriter json = message("summary");
        write(json, "seconds_elapsed", summary.duration().toSeconds());
        new Counts(
                        summary.totalFiles(),
                        summary.filesRestored(),
                        summary.filesSkipped(),
                        summary.filesDeleted(),
                        summary.totalBytes(),
                        summary.bytesRestored(),
                        summary.bytesSkipped())
                .writeTo(json);
        output.json(json.endObject());
    }

    private static JsonWriter message(String type) {
        return new JsonWriter().beginObject().name("message_type").value(type);
    }

    private static void write(JsonWriter json, String name, long number) {
        if (number != 0) {
            json.name(name).value(number);
        }
    }

    private void print(JsonWriter document) {
        try {
            output.json(document);
        } catch (IOException _) {
            // The summary goes the same way, and will fail there.
        }
    }

    @Override
    public void close() {
        ticker.ifPresent(ProgressTicker::close);
    }
}

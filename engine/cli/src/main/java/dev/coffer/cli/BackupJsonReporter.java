package dev.coffer.cli;

import dev.coffer.engine.archive.Anomaly;
import dev.coffer.engine.archive.BackupSummary;
import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.snapshot.SnapshotSummary;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Tells programs of a backup: one JSON object on each line, as restic writes them. */
final class BackupJsonReporter implements BackupReporter {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Session session;
    private final boolean dryRun;
    private final ProgressState state = new ProgressState();
    private final Optional<ProgressTicker> ticker;

    BackupJsonReporter(Session session, boolean dryRun) {
        this.session = session;
        this.dryRun = dryRun;
        boolean watched = !session.options().output.quiet();
        this.ticker = ProgressTicker.interval(session.environment(), watched)
                .filter(_ -> watched)
                .map(interval -> new ProgressTicker(interval, () -> print(status(state.now()))));
    }

    @Override
    public void on(ProgressEvent event) {
        state.add(event);
        switch (event) {
            case ProgressEvent.Problem problem ->
                session.output().message(error(problem).toString());
            case ProgressEvent.Notice notice -> session.output().message(notice.message());
            case ProgressEvent.Saved saved -> detail(saved);
            case ProgressEvent.ScanFinished scan -> detail(scan);
            case ProgressEvent.Total _,
                    ProgressEvent.Started _,
                    ProgressEvent.Bytes _,
                    ProgressEvent.Restored _,
                    ProgressEvent.Step _ -> {}
        }
    }

    private void print(JsonWriter document) {
        try {
            session.output().json(document);
        } catch (IOException _) {
            // The summary goes the same way, and will fail there.
        }
    }

    private boolean detailed() {
        return session.options().output.verbosity() >= 2;
    }

    private void detail(ProgressEvent.Saved saved) {
        if (detailed()) {
            String item = saved.directory() && !saved.path().endsWith("/") ? saved.path() + "/" : saved.path();
            print(verboseStatus(saved.change().name().toLowerCase(Locale.ROOT), item, saved.duration(), 0, saved));
        }
    }

    private void detail(ProgressEvent.ScanFinished scan) {
        if (detailed()) {
            ProgressEvent.Saved sizes = new ProgressEvent.Saved(
                    "", false, ProgressEvent.Change.NEW, scan.duration(), scan.bytes(), 0, 0, 0);
            print(verboseStatus("scan_finished", "", scan.duration(), scan.files(), sizes));
        }
    }

    private static JsonWriter verboseStatus(
            String action, String item, Duration duration, long totalFiles, ProgressEvent.Saved sizes) {
        JsonWriter json = message("verbose_status");
        json.name("action").value(action);
        json.name("item").value(NativeString.printable(item));
        json.name("duration").value(seconds(duration));
        json.name("data_size").value(sizes.dataSize());
        json.name("data_size_in_repo").value(sizes.dataSizeInRepository());
        json.name("metadata_size").value(sizes.metadataSize());
        json.name("metadata_size_in_repo").value(sizes.metadataSizeInRepository());
        json.name("total_files").value(totalFiles);
        return json.endObject();
    }

    private static JsonWriter error(ProgressEvent.Problem problem) {
        JsonWriter json = message("error");
        json.name("error").beginObject();
        json.name("message").value(problem.message());
        json.endObject();
        json.name("during").value(problem.during().name().toLowerCase(Locale.ROOT));
        json.name("item").value(NativeString.printable(problem.item()));
        return json.endObject();
    }

    private static JsonWriter status(ProgressState.Moment now) {
        JsonWriter json = message("status");
        unlessZero(json, "seconds_elapsed", now.elapsed().toSeconds());
        unlessZero(json, "seconds_remaining", now.remaining().toSeconds());
        json.name("percent_done")
                .value(now.totalBytes() == 0 ? 0 : Math.min(1, (double) now.bytes() / now.totalBytes()));
        unlessZero(json, "total_files", now.totalFiles());
        unlessZero(json, "files_done", now.files());
        unlessZero(json, "total_bytes", now.totalBytes());
        unlessZero(json, "bytes_done", now.bytes());
        unlessZero(json, "error_count", now.errors());
        if (!now.current().isEmpty()) {
            json.name("current_files").beginArray();
            now.current().forEach(path -> json.value(NativeString.printable(path)));
            json.endArray();
        }
        return json.endObject();
    }

    private static void unlessZero(JsonWriter json, String name, long number) {
        if (number != 0) {
            json.name(name).value(number);
        }
    }

    @Override
    public void end(BackupSummary summary) throws IOException {
        close();
        SnapshotSummary facts = summary.facts();
        JsonWriter json = message("summary");
        json.name("files_new").value(facts.filesNew());
        json.name("files_changed").value(facts.filesChanged());
        json.name("files_unmodified").value(facts.filesUnmodified());
        json.name("dirs_new").value(facts.dirsNew());
        json.name("dirs_changed").value(facts.dirsChanged());
        json.name("dirs_unmodified").value(facts.dirsUnmodified());
        json.name("data_blobs").value(facts.dataBlobs());
        json.name("tree_blobs").value(facts.treeBlobs());
        json.name("data_added").value(facts.dataAdded());
        json.name("data_added_packed").value(facts.dataAddedPacked());
        json.name("total_files_processed").value(facts.totalFilesProcessed());
        json.name("total_bytes_processed").value(facts.totalBytesProcessed());
        json.name("total_duration").value(seconds(summary.duration()));
        json.name("backup_start").value(facts.backupStart());
        json.name("backup_end").value(facts.backupEnd());
        summary.snapshot().ifPresent(id -> json.name("snapshot_id").value(id.toString()));
        if (dryRun) {
            json.name("dry_run").value(true);
        }
        summary.anomaly().ifPresent(anomaly -> write(json, anomaly));
        session.output().json(json.endObject());
    }

    private static void write(JsonWriter json, Anomaly anomaly) {
        json.name("anomaly").beginObject();
        json.name("new_share").value(anomaly.newShare());
        json.name("usual_new_share").value(anomaly.usualNewShare());
        json.name("packed_share").value(anomaly.packedShare());
        json.name("usual_packed_share").value(anomaly.usualPackedShare());
        json.endObject();
    }

    private static JsonWriter message(String type) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("message_type").value(type);
        return json;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }

    @Override
    public void close() {
        ticker.ifPresent(ProgressTicker::close);
    }
}

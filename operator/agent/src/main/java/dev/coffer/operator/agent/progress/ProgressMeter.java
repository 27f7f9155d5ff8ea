package dev.coffer.operator.agent.progress;

import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.operator.api.report.HostProgress;
import dev.coffer.operator.api.report.SkippedFile;
import dev.coffer.operator.api.report.SkippedFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds up what one host's work tells about itself. Safe for use by any thread. */
public final class ProgressMeter implements ProgressListener {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressMeter.class);

    private final String host;
    private final InstantSource clock;
    private final List<SkippedFile> skipped = new ArrayList<>();
    private long skippedTotal;
    private String path = "";
    private Counts counts = new Counts(0, 0, 0, 0);
    private @Nullable Sample last;

    /**
     * How far one path has come.
     *
     * @param filesTotal 0 while unknown, like {@code bytesTotal}
     */
    private record Counts(long files, long filesTotal, long bytes, long bytesTotal) {}

    private record Sample(Instant time, long bytes) {}

    public ProgressMeter(String host, InstantSource clock) {
        this.host = host;
        this.clock = clock;
    }

    /** Work on another path begins. */
    public synchronized void start(String newPath) {
        path = newPath;
        counts = new Counts(0, 0, 0, 0);
        last = new Sample(clock.instant(), 0);
    }

    @Override
    public synchronized void on(ProgressEvent event) {
        switch (event) {
            case ProgressEvent.Total total -> total(total.files(), total.bytes());
            case ProgressEvent.ScanFinished scan -> total(scan.files(), scan.bytes());
            case ProgressEvent.Bytes more -> done(0, more.count());
            case ProgressEvent.Saved saved -> done(saved.directory() ? 0 : 1, 0);
            case ProgressEvent.Restored _ -> done(1, 0);
            case ProgressEvent.Problem problem -> skip(problem);
            case ProgressEvent.Notice notice -> LOG.info("{}", notice.message());
            case ProgressEvent.Started _, ProgressEvent.Step _ -> {}
        }
    }

    private void total(long files, long bytes) {
        counts = new Counts(counts.files, files, counts.bytes, bytes);
    }

    private void done(long files, long bytes) {
        counts = new Counts(counts.files + files, counts.filesTotal, counts.bytes + bytes, counts.bytesTotal);
    }

    /** What the scan cannot read, the backup cannot read either, and tells. */
    private void skip(ProgressEvent.Problem problem) {
        if (problem.during() == ProgressEvent.Phase.SCAN) {
            return;
        }
        LOG.warn("{}: {}", problem.item(), problem.message());
        skippedTotal++;
        if (skipped.size() < SkippedFiles.MOST_NAMED) {
            skipped.add(new SkippedFile(problem.item(), problem.message()));
        }
    }

    /** What could not be dealt with so far, on all paths; empty if there is none. */
    public synchronized Optional<SkippedFiles> skipped() {
        return skippedTotal == 0 ? Optional.empty() : Optional.of(new SkippedFiles(skippedTotal, List.copyOf(skipped)));
    }

    /** How far the work has come. The rate is that since this was asked for the last time. */
    public synchronized HostProgress now() {
        Instant time = clock.instant();
        long rate = rate(time);
        last = new Sample(time, counts.bytes);
        return new HostProgress(
                host,
                path,
                counts.files,
                known(counts.filesTotal),
                counts.bytes,
                known(counts.bytesTotal),
                rate,
                completion(time, rate),
                time.truncatedTo(ChronoUnit.SECONDS));
    }

    private long rate(Instant time) {
        if (last == null) {
            return 0;
        }
        long millis = Duration.between(last.time, time).toMillis();
        return millis <= 0 ? 0 : Math.multiplyExact(counts.bytes - last.bytes, 1000L) / millis;
    }

    private static @Nullable Long known(long total) {
        return total == 0 ? null : total;
    }

    private @Nullable Instant completion(Instant time, long rate) {
        long left = counts.bytesTotal - counts.bytes;
        return rate <= 0 || left <= 0 ? null : time.plusSeconds(left / rate).truncatedTo(ChronoUnit.SECONDS);
    }
}

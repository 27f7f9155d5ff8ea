package dev.coffer.operator.controller.schedule;

import dev.coffer.operator.api.backup.BackupInvokerSpec;
import dev.coffer.operator.api.time.GoDuration;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * When an invoker starts its backups. All of it follows from the invoker, so that any operator comes to the same result, however
 * often it is restarted.
 *
 * <p>Times that were missed, as the operator was down or the invoker paused, are made up for by one backup: that of the latest of
 * them, unless it would start too late.
 *
 * @param schedule the scheduled times
 * @param zone where the schedule's clocks are
 * @param jitter backups start less than this later than scheduled, each by a time of its own
 * @param startingDeadline how late a backup may start; null for any time
 * @param identity of the invoker, on which its delays depend
 */
public record Timetable(
        Schedule schedule,
        ZoneId zone,
        Duration jitter,
        @Nullable Duration startingDeadline,
        String identity) {

    /**
     * A backup that the schedule wants.
     *
     * @param scheduled the time it is for
     * @param start when it starts, later by the jitter
     */
    public record Tick(Instant scheduled, Instant start) {}

    /** The timetable of an invoker, which has a schedule. */
    public static Timetable of(BackupInvokerSpec spec, String schedule, String identity)
            throws InvalidScheduleException {
        String zone = spec.timeZone();
        return new Timetable(
                Schedule.parse(schedule),
                zone == null || zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone),
                duration(spec.scheduleJitter()).orElse(Duration.ZERO),
                duration(spec.startingDeadline()).orElse(null),
                identity);
    }

    /**
     * The backup to start now, if any.
     *
     * @param last the time of the last one, or of the creation of the invoker
     */
    public Optional<Tick> due(Instant last, Instant now) {
        return latest(last, now)
                .filter(tick -> !tick.start().isAfter(now))
                .filter(tick ->
                        startingDeadline == null || !now.isAfter(tick.start().plus(startingDeadline)));
    }

    /** The next backup that is not yet due. */
    public Optional<Tick> next(Instant last, Instant now) {
        return latest(last, now).filter(tick -> tick.start().isAfter(now)).or(() -> tickAfter(now));
    }

    /** The latest time of the schedule that has come, looked for in ever longer spans of time, as most are not long ago. */
    private Optional<Tick> latest(Instant last, Instant now) {
        Instant from = now;
        for (Duration span = Duration.ofHours(1); from.isAfter(last); span = span.multipliedBy(24)) {
            Instant earliest = now.minus(span);
            from = earliest.isBefore(last) ? last : earliest;
            Optional<Instant> found = latestBetween(from, now);
            if (found.isPresent()) {
                return found.map(this::tick);
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> latestBetween(Instant after, Instant now) {
        Optional<Instant> latest = Optional.empty();
        for (Optional<Instant> time = schedule.next(after, zone);
                time.isPresent() && !time.get().isAfter(now);
                time = schedule.next(time.get(), zone)) {
            latest = time;
        }
        return latest;
    }

    private Optional<Tick> tickAfter(Instant time) {
        return schedule.next(time, zone).map(this::tick);
    }

    private Tick tick(Instant scheduled) {
        return new Tick(scheduled, scheduled.plus(delay(scheduled)));
    }

    /** A part of the jitter, less than the time to the next backup. */
    private Duration delay(Instant scheduled) {
        Duration gap = schedule.next(scheduled, zone)
                .map(next -> Duration.between(scheduled, next))
                .orElse(jitter);
        long most = Math.min(jitter.toSeconds(), gap.toSeconds());
        return most == 0 ? Duration.ZERO : Duration.ofSeconds(hash(identity + scheduled.getEpochSecond()) % most);
    }

    private static long hash(String text) {
        CRC32C checksum = new CRC32C();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }

    private static Optional<Duration> duration(@Nullable String text) {
        return text == null ? Optional.empty() : GoDuration.parse(text);
    }
}

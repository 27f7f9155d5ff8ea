package dev.coffer.engine.repository;

import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.host.ProcessMark;
import dev.coffer.engine.json.GoTime;
import dev.coffer.engine.json.JsonReader;
import dev.coffer.engine.json.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * What a lock says about its holder.
 *
 * @param time of the last refresh
 * @param exclusive whether it excludes all other locks; otherwise it excludes exclusive ones only
 * @param host the holder
 * @param process what tells the holder from all other processes; only Coffer writes it, and others pass over it
 */
public record LockFile(OffsetDateTime time, boolean exclusive, HostIdentity host, Optional<ProcessMark> process) {

    /** A lock not refreshed for so long is stale: its holder should have refreshed it several times. */
    public static final Duration STALE_AGE = Duration.ofMinutes(30);

    private static final String MARK = "coffer_process";

    byte[] encode() {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("time").value(time);
        json.name("exclusive").value(exclusive);
        json.name("hostname").value(host.hostname());
        json.name("username").value(host.username());
        json.name("pid").value(host.pid());
        writeUnlessZero(json, "uid", host.uid());
        writeUnlessZero(json, "gid", host.gid());
        process.ifPresent(mark -> writeMark(json, mark));
        json.endObject();
        return json.toBytes();
    }

    private static void writeMark(JsonWriter json, ProcessMark mark) {
        json.name(MARK).beginObject();
        json.name("boot_id").value(mark.bootId());
        json.name("pid_namespace").value(mark.pidNamespace());
        json.name("start_ticks").value(mark.startTicks());
        json.endObject();
    }

    private static void writeUnlessZero(JsonWriter json, String name, long value) {
        if (value != 0) {
            json.name(name).value(value);
        }
    }

    static LockFile decode(byte[] document) throws IOException {
        OffsetDateTime time = GoTime.ZERO;
        boolean exclusive = false;
        String hostname = "";
        String username = "";
        long pid = 0;
        long uid = 0;
        long gid = 0;
        Optional<ProcessMark> process = Optional.empty();
        JsonReader json = new JsonReader(document);
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "time" -> time = json.nextTime();
                case "exclusive" -> exclusive = json.nextBoolean();
                case "hostname" -> hostname = json.nextString();
                case "username" -> username = json.nextString();
                case "pid" -> pid = json.nextLong();
                case "uid" -> uid = json.nextLong();
                case "gid" -> gid = json.nextLong();
                case MARK -> process = Optional.of(readMark(json));
                default -> json.skipValue();
            }
        }
        json.endObject();
        return new LockFile(time, exclusive, new HostIdentity(hostname, username, uid, gid, pid), process);
    }

    private static ProcessMark readMark(JsonReader json) throws IOException {
        String bootId = "";
        long pidNamespace = 0;
        long startTicks = 0;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "boot_id" -> bootId = json.nextString();
                case "pid_namespace" -> pidNamespace = json.nextLong();
                case "start_ticks" -> startTicks = json.nextLong();
                default -> json.skipValue();
            }
        }
        json.endObject();
        return new ProcessMark(bootId, pidNamespace, startTicks);
    }

    boolean conflictsWith(RepositoryLock.Kind wanted) {
        return exclusive || wanted == RepositoryLock.Kind.EXCLUSIVE;
    }

    /** What can be said about the holder. Its process is looked up, never signalled. */
    public LockStanding standing(HostIdentity self, Instant now) {
        boolean silent = age(now).compareTo(STALE_AGE) > 0;
        return switch (process.map(mark -> mark.fate(host.pid())).orElse(ProcessMark.Fate.UNKNOWN)) {
            case RUNNING -> silent ? LockStanding.STUCK : LockStanding.HELD;
            case GONE -> LockStanding.GONE;
            case HIDDEN -> silent ? LockStanding.SILENT : LockStanding.HELD;
            case UNKNOWN -> silent ? LockStanding.SILENT : byNumber(self);
        };
    }

    private LockStanding byNumber(HostIdentity self) {
        return missed(self) ? LockStanding.NOT_SEEN : LockStanding.HELD;
    }

    private boolean missed(HostIdentity self) {
        boolean sameHost = !host.hostname().isEmpty() && host.hostname().equals(self.hostname());
        return sameHost && ProcessHandle.of(host.pid()).isEmpty();
    }

    Duration age(Instant now) {
        return Duration.between(time.toInstant(), now);
    }

    /** For people: {@code shared lock of PID 4711 on web1 by alice (UID 1, GID 1), refreshed 2026-01-31 12:00:00 (5 min ago)}. */
    public String describe(Instant now) {
        long minutes = Math.max(0, age(now).toMinutes());
        return String.format(
                Locale.ROOT,
                "%s lock of PID %d on %s by %s (UID %d, GID %d), refreshed %tF %<tT (%d min ago)",
                exclusive ? "exclusive" : "shared",
                host.pid(),
                host.hostname(),
                host.username(),
                host.uid(),
                host.gid(),
                time,
                minutes);
    }
}

package dev.coffer.engine.repository;

import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.json.GoTime;
import dev.coffer.engine.json.JsonReader;
import dev.coffer.engine.json.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/**
 * What a lock says about its holder.
 *
 * @param time of the last refresh
 * @param exclusive whether it excludes all other locks; otherwise it excludes exclusive ones only
 * @param host the holder
 */
public record LockFile(OffsetDateTime time, boolean exclusive, HostIdentity host) {

    /** A lock not refreshed for so long is stale: its holder should have refreshed it several times. */
    public static final Duration STALE_AGE = Duration.ofMinutes(30);

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
        json.endObject();
        return json.toBytes();
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
                default -> json.skipValue();
            }
        }
        json.endObject();
        return new LockFile(time, exclusive, new HostIdentity(hostname, username, uid, gid, pid));
    }

    boolean conflictsWith(RepositoryLock.Kind wanted) {
        return exclusive || wanted == RepositoryLock.Kind.EXCLUSIVE;
    }

    /**
     * Whether the holder is certainly gone, or must be taken for gone: not refreshed for long, or a process of this
     * machine that no longer runs. The process is looked up, never signalled.
     */
    public boolean stale(HostIdentity self, Instant now) {
        return age(now).compareTo(STALE_AGE) > 0 || holderGone(self);
    }

    private boolean holderGone(HostIdentity self) {
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

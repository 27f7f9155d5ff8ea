package dev.coffer.backend.s3;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** How near an object is to being readable. */
enum Warmth {
    /** It can be read, for long enough. */
    WARM,
    /** It can be read, but its copy will be gone sooner than one that is asked for now. */
    COOLING,
    /** It is on its way out of the archive. */
    COMING,
    /** It is in the archive. */
    COLD;

    private static final Set<String> ARCHIVES = Set.of("GLACIER", "DEEP_ARCHIVE");
    private static final Pattern EXPIRY = Pattern.compile("expiry-date=\"([^\"]+)\"");

    /** Whether objects of a class have to be brought back before they can be read. */
    static boolean isArchive(String storageClass) {
        return ARCHIVES.contains(storageClass);
    }

    /**
     * What the store says of an object.
     *
     * @param lifetime of a copy that would be asked for now
     */
    static Warmth of(HeadObjectResponse object, Duration lifetime, Instant now) {
        if (object.storageClassAsString() == null || !isArchive(object.storageClassAsString())) {
            return WARM;
        }
        String restore = object.restore();
        if (restore == null) {
            return COLD;
        }
        if (restore.contains("ongoing-request=\"true\"")) {
            return COMING;
        }
        Matcher expiry = EXPIRY.matcher(restore);
        return expiry.find() && isBefore(expiry.group(1), now.plus(lifetime)) ? COOLING : WARM;
    }

    private static boolean isBefore(String date, Instant time) {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .isBefore(time);
        } catch (DateTimeException _) {
            return false;
        }
    }
}

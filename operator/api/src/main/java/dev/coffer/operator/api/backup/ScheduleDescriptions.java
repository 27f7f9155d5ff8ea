package dev.coffer.operator.api.backup;

/** Descriptions of the fields that say when to back up, which three kinds have. */
final class ScheduleDescriptions {

    static final String SCHEDULE = "When to back up, as a cron expression of five fields.";

    static final String TIME_ZONE = "Time zone of the schedule, such as Europe/Berlin; UTC if absent. Coffer only.";

    static final String JITTER =
            "Most time by which a backup starts later than scheduled, so that not all start at once,"
                    + " such as 10m. Coffer only.";

    static final String STARTING_DEADLINE =
            "How late a backup that was missed may still start, such as 1h; 0s to never make up for it,"
                    + " absent for no limit. Coffer only.";

    private ScheduleDescriptions() {}
}

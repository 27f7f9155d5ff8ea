package dev.coffer.operator.controller.schedule;

import dev.coffer.operator.controller.schedule.CronField.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * A cron expression of five fields. If both days are restricted, either of them has to match.
 *
 * <p>When clocks are changed, what is scheduled for certain hours still runs once a day: a time that is left out is made up for
 * when the clocks have been put forward, and of a time that comes twice the first counts. What is scheduled for every hour follows
 * the time that passes, whatever the clocks say.
 */
record CronSchedule(CronField minute, CronField hour, CronField dayOfMonth, CronField month, CronField dayOfWeek)
        implements Schedule {

    /** A 29th of February that is a certain day of the week may be 40 years away. */
    private static final int FARTHEST_DAYS = 366 * 41;

    static CronSchedule parse(String text) throws InvalidScheduleException {
        String[] fields = text.split("\\s+");
        if (fields.length != 5) {
            throw new InvalidScheduleException(
                    "\"" + text + "\" is no schedule: give minute, hour, day of the month, month"
                            + " and day of the week, such as 30 2 * * *, or one of @hourly, @daily, @weekly and @monthly");
        }
        return new CronSchedule(
                CronField.parse(fields[0], Unit.MINUTE),
                CronField.parse(fields[1], Unit.HOUR),
                CronField.parse(fields[2], Unit.DAY_OF_MONTH),
                CronField.parse(fields[3], Unit.MONTH),
                CronField.parse(fields[4], Unit.DAY_OF_WEEK));
    }

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone) {
        return hour.any() ? nextOfTimePassing(after, zone.getRules()) : nextOnTheClock(after, zone);
    }

    private Optional<Instant> nextOnTheClock(Instant after, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(after, zone);
        for (Optional<LocalDateTime> found = nextLocal(minuteAfter(local));
                found.isPresent();
                found = nextLocal(minuteAfter(found.get()))) {
            Instant instant = toInstant(found.get(), zone);
            if (instant.isAfter(after)) {
                return Optional.of(instant);
            }
        }
        return Optional.empty();
    }

    private static Instant toInstant(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        boolean leftOut = transition != null && transition.isGap();
        return leftOut ? transition.getInstant() : ZonedDateTime.of(local, zone).toInstant();
    }

    private Optional<Instant> nextOfTimePassing(Instant after, ZoneRules rules) {
        ZoneOffset offset = rules.getOffset(after);
        LocalDateTime from = minuteAfter(LocalDateTime.ofEpochSecond(after.getEpochSecond(), 0, offset));
        ZoneOffsetTransition transition = rules.nextTransition(after);
        while (true) {
            Optional<LocalDateTime> found = nextLocal(from);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Instant instant = found.get().toInstant(offset);
            if (transition == null || instant.isBefore(transition.getInstant())) {
                return Optional.of(instant);
            }
            offset = transition.getOffsetAfter();
            from = transition.getDateTimeAfter();
            transition = rules.nextTransition(transition.getInstant());
        }
    }

    private static LocalDateTime minuteAfter(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    }

    /** The first time at or after another one, of a day without any change of clocks. */
    private Optional<LocalDateTime> nextLocal(LocalDateTime from) {
        LocalDate last = from.toLocalDate().plusDays(FARTHEST_DAYS);
        int minuteOfDay = from.getHour() * 60 + from.getMinute();
        for (LocalDate day = from.toLocalDate(); day.isBefore(last); day = day.plusDays(1)) {
            if (matches(day)) {
                for (int time = minuteOfDay; time < 24 * 60; time++) {
                    if (hour.matches(time / 60) && minute.matches(time % 60)) {
                        return Optional.of(day.atTime(time / 60, time % 60));
                    }
                }
            }
            minuteOfDay = 0;
        }
        return Optional.empty();
    }

    private boolean matches(LocalDate day) {
        boolean ofMonth = dayOfMonth.matches(day.getDayOfMonth());
        boolean ofWeek = dayOfWeek.matches(day.getDayOfWeek().getValue() % 7);
        boolean either = !dayOfMonth.any() && !dayOfWeek.any();
        return month.matches(day.getMonthValue()) && (either ? ofMonth || ofWeek : ofMonth && ofWeek);
    }
}

/**
 * When backups start: cron expressions in a time zone, and what a {@link dev.coffer.operator.controller.schedule.Timetable} makes
 * of them with jitter, missed times and pauses. Depends on nothing but durations and names of the API.
 */
@NullMarked
package dev.coffer.operator.controller.schedule;

import org.jspecify.annotations.NullMarked;

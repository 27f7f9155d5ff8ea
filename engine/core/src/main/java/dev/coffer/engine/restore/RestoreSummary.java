package dev.coffer.engine.restore;

import java.time.Duration;

/**
 * What a restore did. "Files" are entries of any type; sizes are bytes of content.
 *
 * @param totalFiles entries that were to be restored, without those skipped because their content was right already
 * @param filesSkipped entries left as they were; of those with the right content the metadata was still set
 * @param filesDeleted entries removed because the snapshot does not hold them
 * @param totalBytes content of all of {@code totalFiles}
 * @param filesVerified files read again at the end
 * @param errors problems reported; unless there were none, something is missing or incomplete
 */
public record RestoreSummary(
        Duration duration,
        long totalFiles,
        long filesRestored,
        long filesSkipped,
        long filesDeleted,
        long totalBytes,
        long bytesRestored,
        long bytesSkipped,
        long filesVerified,
        long errors) {}

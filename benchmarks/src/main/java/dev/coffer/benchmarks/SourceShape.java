package dev.coffer.benchmarks;

/** How content is spread over files. */
public enum SourceShape {
    ONE_FILE,
    /** 16 KiB each. */
    SMALL_FILES
}

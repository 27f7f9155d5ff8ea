package dev.coffer.operator.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a backup that could not read some of the files. */
public enum UnreadableFilesPolicy {
    /** It succeeds without them; status and events name them. */
    @JsonProperty("Report")
    REPORT,

    /** It fails; the snapshot without them is kept. */
    @JsonProperty("Fail")
    FAIL
}

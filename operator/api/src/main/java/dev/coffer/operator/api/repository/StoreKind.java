package dev.coffer.operator.api.repository;

import java.util.Locale;

/** The kinds of stores that a repository can be in, in the order in which they count if several are given. */
public enum StoreKind {
    LOCAL,
    S3,
    GCS,
    AZURE,
    SWIFT,
    B2,
    REST,
    SFTP;

    /** The name in variables and metrics, such as {@code s3}. */
    public String provider() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.coffer.backend.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.s3.S3Options.BucketLookup;
import dev.coffer.backend.s3.S3Options.Checksum;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3OptionsTest {

    private static S3Options read(Map<String, String> extended) throws BackendException {
        return S3Options.of(new BackendOptions(extended, Map.of()));
    }

    @Test
    void without_options_it_is_as_with_restic() throws BackendException {
        S3Options options = read(Map.of());

        assertThat(options.connections()).isEqualTo(5);
        assertThat(options.region()).isEmpty();
        assertThat(options.lookup()).isEqualTo(BucketLookup.AUTO);
        assertThat(options.checksum()).isEqualTo(Checksum.AUTO);
        assertThat(options.listVersion1()).isFalse();
        assertThat(options.anonymous()).isFalse();
        assertThat(options.placement().storageClass()).isEmpty();
        assertThat(options.restore()).isEmpty();
    }

    @Test
    void restoring_from_an_archive_has_the_settings_of_restic() throws BackendException {
        assertThat(read(Map.of("s3.enable-restore", "true")).restore())
                .hasValue(new RestorePolicy(7, Duration.ofHours(24), "Standard"));
        assertThat(read(Map.of(
                                "s3.enable-restore", "1",
                                "s3.restore-days", "3",
                                "s3.restore-timeout", "1h30m",
                                "s3.restore-tier", "Expedited"))
                        .restore())
                .hasValue(new RestorePolicy(3, Duration.ofMinutes(90), "Expedited"));
    }

    @ParameterizedTest
    @CsvSource({
        "s3.storageclass, STANDARD_IA",
        "s3.bucket-lookup, host",
        "s3.checksum, sha1",
        "s3.connections, 0",
        "s3.list-objects-v1, perhaps",
        "s3.object-lock-mode, soft",
        "s3.object-lock-days, -1",
        "s3.sse, rot13",
        "s3.sse-kms-key-id, some-key"
    })
    void an_option_that_makes_no_sense_is_rejected_by_its_name(String option, String value) {
        assertThatThrownBy(() -> read(Map.of(option, value)))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining(option);
    }

    @ParameterizedTest
    @CsvSource({"s3.restore-days, never", "s3.restore-timeout, tomorrow", "s3.restore-tier, standard"})
    void so_is_one_about_archives_if_they_are_used(String option, String value) {
        assertThatThrownBy(() -> read(Map.of("s3.enable-restore", "true", option, value)))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining(option);
    }

    @Test
    void options_of_other_stores_are_none_of_ours() throws BackendException {
        assertThat(read(Map.of("http.insecure-tls", "false", "sftp.args", "-v")).connections())
                .isEqualTo(5);
    }
}

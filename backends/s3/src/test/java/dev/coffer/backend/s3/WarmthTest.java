package dev.coffer.backend.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

class WarmthTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                ", , WARM",
                "STANDARD_IA, , WARM",
                "GLACIER_IR, , WARM",
                "GLACIER, , COLD",
                "DEEP_ARCHIVE, , COLD",
                "GLACIER, 'ongoing-request=\"true\"', COMING",
                "GLACIER, 'ongoing-request=\"false\", expiry-date=\"Thu, 10 Jan 2030 00:00:00 GMT\"', WARM",
                "GLACIER, 'ongoing-request=\"false\", expiry-date=\"Sat, 05 Jan 2030 00:00:00 GMT\"', COOLING",
                "GLACIER, 'ongoing-request=\"false\", expiry-date=\"some day\"', WARM"
            })
    void class_and_restore_header_tell_how_near_an_object_is(
            @Nullable String storageClass, @Nullable String restore, Warmth expected) {
        HeadObjectResponse object = HeadObjectResponse.builder()
                .storageClass(storageClass)
                .restore(restore)
                .build();

        assertThat(Warmth.of(object, Duration.ofDays(7), NOW)).isEqualTo(expected);
    }
}

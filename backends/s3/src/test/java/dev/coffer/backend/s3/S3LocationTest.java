package dev.coffer.backend.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3LocationTest {

    @ParameterizedTest
    @CsvSource({
        "s3.amazonaws.com/bucket, https://s3.amazonaws.com, bucket, ''",
        "s3.amazonaws.com/bucket/, https://s3.amazonaws.com, bucket, ''",
        "//s3.amazonaws.com/bucket/a/b/, https://s3.amazonaws.com, bucket, a/b",
        "host:9000/bucket/a, https://host:9000, bucket, a",
        "https://host:9000/bucket/a/b, https://host:9000, bucket, a/b",
        "http://host/bucket//a/./b, http://host, bucket, a/b",
        "http://[::1]:9000/bucket, http://[::1]:9000, bucket, ''"
    })
    void all_forms_that_restic_knows_are_understood(String path, String endpoint, String bucket, String prefix)
            throws BackendException {
        S3Location location = S3Location.parse(path);

        assertThat(location.endpoint()).hasToString(endpoint);
        assertThat(location.bucket()).isEqualTo(bucket);
        assertThat(location.names().prefix()).isEqualTo(prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "host/", "http://host", "http:///bucket", "/bucket", "ho st/bucket"})
    void a_location_without_host_and_bucket_is_rejected_with_an_example(String path) {
        assertThatThrownBy(() -> S3Location.parse(path))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("s3:s3.amazonaws.com/bucket/folder");
    }

    @Test
    void keys_do_not_belong_into_a_location() {
        assertThatThrownBy(() -> S3Location.parse("https://key:hidden@host/bucket"))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("AWS_ACCESS_KEY_ID")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @CsvSource({"//host/bucket/a/, s3:host/bucket/a", "http://host:9000/bucket, s3:http://host:9000/bucket"})
    void a_location_is_shown_as_it_could_be_given_again(String path, String shown) throws BackendException {
        assertThat(S3Location.parse(path).display()).isEqualTo(shown);
    }
}

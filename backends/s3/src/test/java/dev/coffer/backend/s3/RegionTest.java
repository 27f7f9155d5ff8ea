package dev.coffer.backend.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.contract.StubRequest;
import dev.coffer.backend.contract.StubServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    private final List<String> hosts = new CopyOnWriteArrayList<>();
    private final StubServer store = StubServer.http(this::answer);
    private StubReply refusal = StubReply.of(301).header("x-amz-bucket-region", "eu-west-1");

    RegionTest() throws IOException {}

    @AfterEach
    void stop() {
        store.close();
    }

    /** A bucket in Ireland, with a file of three bytes. */
    private StubReply answer(StubRequest request) {
        hosts.add(request.header("Host").orElse(""));
        boolean right = request.header("Authorization").orElse("").contains("/eu-west-1/s3/");
        return right ? StubReply.of(200, "abc") : refusal;
    }

    private Backend open(String path, Map<String, String> extended, Map<String, String> environment)
            throws IOException {
        return new S3Provider().open(new BackendLocation("s3", path), S3ProxyServer.options(extended, environment));
    }

    @Test
    void the_region_is_learnt_from_the_answer_and_kept() throws IOException {
        try (Backend backend = open(store.url() + "/bucket", Map.of(), Map.of())) {
            assertThat(backend.load(Handle.CONFIG)).asString().isEqualTo("abc");
            assertThat(backend.stat(Handle.CONFIG).size()).isEqualTo(3);
        }

        assertThat(hosts).hasSize(3);
    }

    @Test
    void stores_that_name_the_region_in_their_words_are_understood_as_well() throws IOException {
        refusal = StubReply.of(
                400,
                "<Error><Code>AuthorizationHeaderMalformed</Code><Message>the region is wrong</Message>"
                        + "<Region>eu-west-1</Region></Error>");
        try (Backend backend = open(store.url() + "/bucket", Map.of(), Map.of())) {
            assertThat(backend.load(Handle.CONFIG)).asString().isEqualTo("abc");
        }
    }

    @Test
    void hosts_of_amazon_are_those_of_the_region() throws IOException {
        Map<String, String> environment = Map.of("HTTP_PROXY", store.url());
        try (Backend backend = open("http://s3.amazonaws.com/bucket", Map.of(), environment)) {
            assertThat(backend.load(Handle.CONFIG)).asString().isEqualTo("abc");
        }

        assertThat(hosts).containsExactly("bucket.s3.us-east-1.amazonaws.com", "bucket.s3.eu-west-1.amazonaws.com");
    }

    @Test
    void a_region_that_was_given_is_not_changed_but_the_right_one_is_named() throws IOException {
        try (Backend backend = open(store.url() + "/bucket", Map.of("s3.region", "us-west-2"), Map.of())) {
            assertThatThrownBy(() -> backend.load(Handle.CONFIG))
                    .isInstanceOf(BackendException.Rejected.class)
                    .hasMessageContaining("-o s3.region=eu-west-1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_DEFAULT_REGION", "AWS_REGION"})
    void the_region_may_be_in_the_environment(String variable) throws IOException {
        try (Backend backend = open(store.url() + "/bucket", Map.of(), Map.of(variable, "eu-west-1"))) {
            assertThat(backend.load(Handle.CONFIG)).asString().isEqualTo("abc");
        }

        assertThat(hosts).hasSize(1);
    }
}

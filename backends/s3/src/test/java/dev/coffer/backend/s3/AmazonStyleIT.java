package dev.coffer.backend.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.contract.FaultProxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * As with Amazon: the bucket is in the host's name, and uploads end with a CRC. s3proxy plays Amazon, behind a variable that
 * makes it the proxy for all of HTTP.
 */
class AmazonStyleIT extends S3Contract {

    private static S3ProxyServer server;

    @BeforeAll
    static void start() throws IOException {
        server = S3ProxyServer.startAsAmazon();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    String server() {
        return "http://s3.amazonaws.com";
    }

    @Override
    BackendOptions options() {
        return behind(server.http());
    }

    private static BackendOptions behind(InetSocketAddress proxy) {
        return S3ProxyServer.options(Map.of(), Map.of("HTTP_PROXY", "http://127.0.0.1:" + proxy.getPort()));
    }

    @Test
    void the_bucket_is_in_the_name_of_the_host_and_a_crc_behind_the_content() throws IOException {
        try (FaultProxy proxy = FaultProxy.http(server.http());
                Backend backend = new S3Provider().open(location(), behind(proxy.address()))) {
            backend.save(PACK, Content.of(new byte[1000]));

            assertThat(proxy.requests()).singleElement().satisfies(request -> {
                assertThat(request.header("Host")).isEqualTo(bucket + ".s3.us-east-1.amazonaws.com");
                assertThat(request.header("x-amz-trailer")).isEqualTo("x-amz-checksum-crc32");
                assertThat(request.header("Content-MD5")).isEmpty();
            });
        }
    }
}

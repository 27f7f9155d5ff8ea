package dev.coffer.backend.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmazonHostsTest {

    @ParameterizedTest
    @CsvSource({
        "s3.amazonaws.com, true, ",
        "S3.eu-west-1.amazonaws.com, true, eu-west-1",
        "s3-us-west-2.amazonaws.com, true, us-west-2",
        "s3.dualstack.ap-southeast-2.amazonaws.com, true, ap-southeast-2",
        "s3-fips.us-gov-west-1.amazonaws.com, true, us-gov-west-1",
        "s3.cn-north-1.amazonaws.com.cn, true, cn-north-1",
        "bucket.vpce-1a2b-5e6f.s3.us-east-1.vpce.amazonaws.com, true, us-east-1",
        "minio.example.com, false, ",
        "notamazonaws.com, false, "
    })
    void names_tell_whose_host_it_is_and_where(String host, boolean amazon, @Nullable String region) {
        URI endpoint = URI.create("https://" + host);

        assertThat(AmazonHosts.isAmazon(endpoint)).isEqualTo(amazon);
        assertThat(AmazonHosts.region(endpoint)).isEqualTo(Optional.ofNullable(region));
    }

    @ParameterizedTest
    @CsvSource({
        "https://s3.amazonaws.com, eu-west-1, https://s3.eu-west-1.amazonaws.com",
        "https://s3.amazonaws.com, cn-north-1, https://s3.cn-north-1.amazonaws.com.cn",
        "https://s3.us-west-2.amazonaws.com, eu-west-1, https://s3.us-west-2.amazonaws.com",
        "http://minio:9000, eu-west-1, http://minio:9000"
    })
    void only_the_name_that_stands_for_all_regions_becomes_that_of_one(String given, String region, String host) {
        assertThat(AmazonHosts.inRegion(URI.create(given), region)).hasToString(host);
    }
}

package dev.coffer.backend.s3;

import dev.coffer.backend.s3.S3Options.BucketLookup;
import dev.coffer.backend.s3.S3Options.Checksum;
import java.net.URI;
import java.util.Locale;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/**
 * Makes clients for a bucket.
 *
 * @param location where it is
 * @param options how it is to be used
 * @param transport sends their requests
 * @param credentials sign them
 */
record S3Clients(S3Location location, S3Options options, SdkHttpClient transport, AwsCredentialsProvider credentials) {

    /** Everything that the SDK would else look for in files and in the environment is said here. */
    S3Client in(String region) {
        boolean trailer = checksum() == Checksum.CRC32;
        return S3Client.builder()
                .httpClient(transport)
                .credentialsProvider(credentials)
                .region(Region.of(region))
                .endpointOverride(AmazonHosts.inRegion(location.endpoint(), region))
                .forcePathStyle(!bucketInHost())
                .serviceConfiguration(S3Configuration.builder()
                        .chunkedEncodingEnabled(trailer)
                        .expectContinueEnabled(false)
                        .build())
                .requestChecksumCalculation(
                        trailer ? RequestChecksumCalculation.WHEN_SUPPORTED : RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .defaultsMode(SdkConfiguration.DEFAULTS)
                .overrideConfiguration(SdkConfiguration.override())
                .disableS3ExpressSessionAuth(true)
                .disableMultiRegionAccessPoints(true)
                .useArnRegion(false)
                .dualstackEnabled(false)
                .fipsEnabled(false)
                .build();
    }

    /**
     * How uploads are protected. Amazon verifies a CRC in the trailer of an upload, which costs no second pass over the
     * content. Many other stores do not know trailers (some store them as a part of the object), but they do know MD5.
     */
    Checksum checksum() {
        if (options.checksum() != Checksum.AUTO) {
            return options.checksum();
        }
        return AmazonHosts.isAmazon(location.endpoint()) ? Checksum.CRC32 : Checksum.MD5;
    }

    private boolean bucketInHost() {
        return options.lookup() == BucketLookup.DNS
                || (options.lookup() == BucketLookup.AUTO && wantsBucketInHost(location.endpoint()));
    }

    private static boolean wantsBucketInHost(URI endpoint) {
        return AmazonHosts.isAmazon(endpoint)
                || endpoint.getHost().toLowerCase(Locale.ROOT).endsWith(".aliyuncs.com");
    }
}

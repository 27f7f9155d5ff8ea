package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Puts a backend together from what the user has said. */
final class S3Setup {

    private static final String FIRST_REGION = "us-east-1";
    private static final Duration LOOK_AT_ARCHIVE_EVERY = Duration.ofMinutes(1);

    private S3Setup() {}

    static S3Backend connect(BackendLocation location, BackendOptions options) throws BackendException {
        return connect(location, options, LOOK_AT_ARCHIVE_EVERY);
    }

    /** @param pause between two looks at an object that is on its way from the archive */
    static S3Backend connect(BackendLocation location, BackendOptions options, Duration pause) throws BackendException {
        S3Location place = S3Location.parse(location.path());
        S3Options settings = S3Options.of(options);
        Http http = Http.of(HttpSettings.of(options));
        try {
            return connect(place, settings, options.environment(), http, pause);
        } catch (BackendException e) {
            http.close();
            throw e;
        }
    }

    private static S3Backend connect(
            S3Location place, S3Options settings, Map<String, String> environment, Http http, Duration pause)
            throws BackendException {
        SdkTransport transport = new SdkTransport(http);
        Optional<String> region = settings.region().or(() -> AmazonHosts.region(place.endpoint()));
        AwsCredentialsProvider credentials =
                new Credentials(environment, new Roles(environment, transport, region)).find(settings.anonymous());
        S3Clients clients = new S3Clients(place, settings, transport, credentials);
        Optional<Archive> archive = settings.restore().map(policy -> new Archive(place.bucket(), policy, pause));
        S3Connection connection = new S3Connection(clients::in, region.orElse(FIRST_REGION), region.isEmpty());
        return new S3Backend(clients, connection, archive, http);
    }
}

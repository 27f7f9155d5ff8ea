package dev.coffer.backend.s3;

import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpSettings;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** What tests do in a bucket without the backend. */
record RawBucket(S3Location location, Http http, S3Client client) implements Closeable {

    /** @param path a location without its scheme */
    static RawBucket open(String path, BackendOptions options) throws IOException {
        S3Location location = S3Location.parse(path);
        Http http = Http.of(HttpSettings.of(options));
        SdkTransport transport = new SdkTransport(http);
        Map<String, String> environment = options.environment();
        AwsCredentialsProvider credentials =
                new Credentials(environment, new Roles(environment, transport, Optional.empty())).find(false);
        S3Clients clients = new S3Clients(location, S3Options.of(options), transport, credentials);
        return new RawBucket(location, http, clients.in("us-east-1"));
    }

    /** @param path of a file below the repository */
    void put(String path, byte[] bytes) {
        client.putObject(request -> request.bucket(location.bucket()).key(key(path)), RequestBody.fromBytes(bytes));
    }

    HeadObjectResponse head(String path) {
        return client.headObject(request -> request.bucket(location.bucket()).key(key(path)));
    }

    private String key(String path) {
        return location.names().prefix() + "/" + path;
    }

    @Override
    public void close() {
        client.close();
        http.close();
    }
}

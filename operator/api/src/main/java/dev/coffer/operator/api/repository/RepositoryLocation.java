package dev.coffer.operator.api.repository;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a {@link Backend} is, as a repository's location and as values of variables.
 *
 * @param kind kind of the store
 * @param location as the engine and restic take it, such as {@code s3:https://minio:9000/bucket/prefix}; without credentials
 * @param bucket bucket, container, host of a server, or path of a local volume
 * @param prefix folder in the bucket, without slashes at its ends; empty if there is none
 */
public record RepositoryLocation(StoreKind kind, String location, String bucket, String prefix) {

    /** The location of a backend; empty if the backend names no store, or says too little of it. */
    public static Optional<RepositoryLocation> of(Backend backend) {
        if (backend.local() != null) {
            return Optional.of(local(backend.local()));
        } else if (backend.s3() != null) {
            return Optional.of(s3(backend.s3()));
        } else if (backend.gcs() != null) {
            return Optional.of(bucket(
                    StoreKind.GCS, "gs", backend.gcs().bucket(), backend.gcs().prefix()));
        } else if (backend.azure() != null) {
            AzureBackend azure = backend.azure();
            return Optional.of(bucket(StoreKind.AZURE, "azure", azure.container(), azure.prefix()));
        } else if (backend.swift() != null) {
            SwiftBackend swift = backend.swift();
            return Optional.of(bucket(StoreKind.SWIFT, "swift", swift.container(), swift.prefix()));
        } else if (backend.b2() != null) {
            return Optional.of(bucket(
                    StoreKind.B2, "b2", backend.b2().bucket(), backend.b2().prefix()));
        } else if (backend.rest() != null) {
            return backend.rest().uri().map(RepositoryLocation::rest);
        }
        return Optional.ofNullable(backend.sftp()).flatMap(RepositoryLocation::sftp);
    }

    private static RepositoryLocation local(LocalBackend local) {
        return new RepositoryLocation(StoreKind.LOCAL, local.getMountPath(), local.getMountPath(), "");
    }

    private static RepositoryLocation s3(S3Backend s3) {
        String prefix = clean(s3.prefix());
        String folder = prefix.isEmpty() ? s3.bucket() : s3.bucket() + "/" + prefix;
        return new RepositoryLocation(StoreKind.S3, "s3:" + s3.endpoint() + "/" + folder, s3.bucket(), prefix);
    }

    private static RepositoryLocation bucket(StoreKind kind, String scheme, String bucket, @Nullable String prefix) {
        String folder = clean(prefix);
        return new RepositoryLocation(kind, scheme + ":" + bucket + ":/" + folder, bucket, folder);
    }

    private static RepositoryLocation rest(URI url) {
        return new RepositoryLocation(StoreKind.REST, "rest:" + url, url.getHost(), clean(url.getPath()));
    }

    private static Optional<RepositoryLocation> sftp(SftpBackend sftp) {
        String host = sftp.host();
        String path = sftp.path();
        if (host == null || host.isEmpty() || path == null || path.isEmpty()) {
            return Optional.empty();
        }
        String user = sftp.user() == null || sftp.user().isEmpty() ? "" : sftp.user() + "@";
        String address = host.contains(":") ? "[" + host + "]" : host;
        String port = sftp.port() == null ? "" : ":" + sftp.port();
        return Optional.of(new RepositoryLocation(
                StoreKind.SFTP, "sftp://" + user + address + port + "/" + path, host, clean(path)));
    }

    private static String clean(@Nullable String prefix) {
        return prefix == null
                ? ""
                : Arrays.stream(prefix.split("/", -1))
                        .filter(part -> !part.isEmpty() && !part.equals("."))
                        .collect(joining("/"));
    }
}

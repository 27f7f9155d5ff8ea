package dev.coffer.operator.api.repository;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** Where a repository is stored. If several stores are given, the first of them in this order counts. */
@ApiType
public record Backend(
        @JsonPropertyDescription("Secret with the password of the repository and the credentials of the store.")
        @Nullable
        String storageSecretName,

        @JsonPropertyDescription("A volume of the cluster.") @Nullable
        LocalBackend local,

        @JsonPropertyDescription("A bucket of S3, or of a server that is compatible with it.") @Nullable
        S3Backend s3,

        @JsonPropertyDescription("A bucket of Google Cloud Storage.") @Nullable
        BucketBackend gcs,

        @JsonPropertyDescription("A container of Azure Blob Storage.") @Nullable
        AzureBackend azure,

        @JsonPropertyDescription("A container of OpenStack Swift.") @Nullable
        SwiftBackend swift,

        @JsonPropertyDescription("A bucket of Backblaze B2.") @Nullable
        BucketBackend b2,

        @JsonPropertyDescription("A REST server for restic repositories.") @Nullable
        RestBackend rest,

        @JsonPropertyDescription("A folder on a server with SSH. Coffer only.") @Nullable
        SftpBackend sftp) {}

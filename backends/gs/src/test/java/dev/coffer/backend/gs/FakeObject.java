package dev.coffer.backend.gs;

import dev.coffer.backend.Content;
import dev.coffer.backend.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** An object of {@link FakeGcs}. */
record FakeObject(String bucket, String name, byte[] bytes, String storageClass, long generation) {

    String crc32c() {
        try {
            return Crc32c.of(Content.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String md5() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    Json json() {
        return Json.object("kind", Json.of("storage#object"))
                .with("name", Json.of(name))
                .with("bucket", Json.of(bucket))
                .with("size", Json.of(String.valueOf(bytes.length)))
                .with("generation", Json.of(String.valueOf(generation)))
                .with("metageneration", Json.of("1"))
                .with("storageClass", Json.of(storageClass))
                .with("contentType", Json.of("application/octet-stream"))
                .with("timeCreated", Json.of("2026-01-02T03:04:05.678Z"))
                .with("updated", Json.of("2026-01-02T03:04:05.678Z"))
                .with("md5Hash", Json.of(md5()))
                .with("crc32c", Json.of(crc32c()));
    }
}

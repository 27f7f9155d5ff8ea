package dev.coffer.backend.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.ServerProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** With S3Mock, an independent server that lets everybody in. By TLS, whose certificate nobody has vouched for. */
class S3MockIT extends S3Contract {

    private static final Pattern SERVES = Pattern.compile("Tomcat started on ports? (\\d+) \\(https\\)");

    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException {
        server = JavaServer.start(
                "s3mock",
                SERVES,
                List.of(
                        "com.adobe.testing.s3mock.S3MockApplication",
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--http.port=0",
                        "--logging.level.root=WARN",
                        "--logging.level.org.springframework.boot=INFO"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    String server() {
        return "https://127.0.0.1:" + server.announced();
    }

    @Override
    BackendOptions options() {
        return S3ProxyServer.options(Map.of("http.insecure-tls", "true"));
    }

    private HeadObjectResponse saved(Handle file, Map<String, String> options) throws IOException {
        try (Backend backend = new S3Provider().create(fresh(), options(options));
                RawBucket raw = RawBucket.open(fresh().path(), options())) {
            backend.save(file, Content.of(new byte[10]));
            return raw.head(file.path());
        }
    }

    private BackendLocation fresh() {
        return new BackendLocation("s3", server() + "/" + bucket + "-placed/some/folder");
    }

    @Test
    void a_storage_class_is_asked_for() throws IOException {
        HeadObjectResponse index =
                saved(ContractFiles.file(FileType.INDEX, "index"), Map.of("s3.storage-class", "STANDARD_IA"));

        assertThat(index.storageClassAsString()).isEqualTo("STANDARD_IA");
    }

    @Test
    void an_archive_is_asked_for_with_packs_of_data_alone() throws IOException {
        Map<String, String> archive = Map.of("s3.storage-class", "DEEP_ARCHIVE");

        assertThat(saved(PACK, archive).storageClassAsString()).isEqualTo("DEEP_ARCHIVE");
        assertThat(saved(Handle.treePack(ContractFiles.name("trees")), archive).storageClassAsString())
                .isNull();
        assertThat(saved(ContractFiles.file(FileType.SNAPSHOT, "snapshot"), archive)
                        .storageClassAsString())
                .isNull();
    }

    @Test
    void encryption_by_the_store_is_asked_for() throws IOException {
        assertThat(saved(PACK, Map.of("s3.sse", "AES256")).serverSideEncryptionAsString())
                .isEqualTo("AES256");
    }
}

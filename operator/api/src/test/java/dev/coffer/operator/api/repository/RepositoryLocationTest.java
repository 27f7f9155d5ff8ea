package dev.coffer.operator.api.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.Yaml;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryLocationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {local: {mountPath: /safe, nfs: {server: n, path: /}}}           | local | /safe                        | /safe | ''
            {s3: {endpoint: s3.amazonaws.com, bucket: b, prefix: p/q}}       | s3    | s3:s3.amazonaws.com/b/p/q    | b     | p/q
            {s3: {endpoint: 'https://minio:9000', bucket: b}}                | s3    | s3:https://minio:9000/b      | b     | ''
            {gcs: {bucket: b, prefix: p}}                                    | gcs   | gs:b:/p                      | b     | p
            {gcs: {bucket: b}}                                               | gcs   | gs:b:/                       | b     | ''
            {azure: {container: c, prefix: p}}                               | azure | azure:c:/p                   | c     | p
            {swift: {container: c, prefix: p}}                               | swift | swift:c:/p                   | c     | p
            {b2: {bucket: b, prefix: p}}                                     | b2    | b2:b:/p                      | b     | p
            {rest: {url: 'https://rest.svc:8000/shop/web/'}}                 | rest  | rest:https://rest.svc:8000/shop/web/ | rest.svc | shop/web
            {sftp: {host: nas, user: ann, port: 2222, path: /srv/backup}}    | sftp  | sftp://ann@nas:2222//srv/backup | nas | srv/backup
            {sftp: {host: 'fd00::1', path: backup}}                          | sftp  | sftp://[fd00::1]/backup      | fd00::1 | backup
            """)
    void a_location_is_written_as_restic_writes_it(
            String backend, String provider, String location, String bucket, String prefix) {
        RepositoryLocation found = location(backend).orElseThrow();
        assertThat(found.kind().provider()).isEqualTo(provider);
        assertThat(found.location()).isEqualTo(location);
        assertThat(found.bucket()).isEqualTo(bucket);
        assertThat(found.prefix()).isEqualTo(prefix);
    }

    @Test
    void slashes_too_many_in_a_prefix_make_no_other_location() {
        assertThat(location("{s3: {endpoint: e, bucket: b, prefix: //p/./q//}}"))
                .isEqualTo(location("{s3: {endpoint: e, bucket: b, prefix: p/q}}"));
    }

    @Test
    void of_several_stores_the_first_in_order_counts() {
        assertThat(location("{b2: {bucket: b}, s3: {endpoint: e, bucket: a}}"))
                .get()
                .returns(StoreKind.S3, RepositoryLocation::kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{storageSecretName: s}",
                "{rest: {}}",
                "{rest: {url: 'no url'}}",
                "{rest: {url: folder}}",
                "{sftp: {host: nas}}"
            })
    void without_a_store_there_is_no_location(String backend) {
        assertThat(location(backend)).isEmpty();
    }

    private static Optional<RepositoryLocation> location(String backend) {
        return RepositoryLocation.of(Yaml.read(backend, Backend.class));
    }
}

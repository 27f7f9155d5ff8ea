package dev.coffer.engine.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.dump.ArchiveFormat;
import dev.coffer.engine.dump.Dumper;
import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.repository.GoldenRepository;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.SnapshotFilter;
import dev.coffer.engine.snapshot.SnapshotSelector;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The answers that restic 0.19.1 gave about the golden repositories; long ones by their SHA-256. */
class GoldenAnswersTest {

    private static final Map<GoldenRepository, Repository> OPENED = new EnumMap<>(GoldenRepository.class);

    /** Of restic's archive without the empty file that it makes of a pipe right in the folder. */
    private static final String TAR = "05da8dc60a01437b4f48d2179f11ed4e4a900600b264d0168b77da8f46ac137c";

    private static final String LISTING = "6d8386a10d5baa387824a18cd67fbfd3bafc4bf2b176c917fa7f6193b4e27bd2";
    private static final String INTERRUPTED_TAR = "16d7d2a346434595dfe9539dffe29aa56311967fdb1b476559225043d8aca9f4";
    private static final String INTERRUPTED_LISTING =
            "3c1fcecae7222f680f6aa1238cda14e4677b20585bfbc2af13e797f886e46848";

    @ParameterizedTest
    @EnumSource
    void a_folder_becomes_the_same_tar_byte_for_byte(GoldenRepository golden) throws Exception {
        Repository repository = open(golden);
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        new Dumper(repository).dump(snapshots(repository).getFirst().snapshot().tree(), "/", ArchiveFormat.TAR, tar);
        boolean interrupted = golden == GoldenRepository.INTERRUPTED_PRUNE;
        assertThat(sha256(tar.toByteArray())).isEqualTo(interrupted ? INTERRUPTED_TAR : TAR);
    }

    @ParameterizedTest
    @EnumSource
    void a_snapshot_has_the_same_listing(GoldenRepository golden) throws Exception {
        Repository repository = open(golden);
        JsonWriter json = new JsonWriter();
        StringBuilder lines = new StringBuilder();
        ListingReceiver receiver = found -> {
            json.reset();
            NodeJson.writeListed(found, json);
            lines.append(json).append('\n');
        };
        ObjectId root = snapshots(repository).getFirst().snapshot().tree();
        new Listing(repository, ListingScope.EVERYTHING).list(root, receiver);
        boolean interrupted = golden == GoldenRepository.INTERRUPTED_PRUNE;
        assertThat(sha256(lines.toString().getBytes(UTF_8))).isEqualTo(interrupted ? INTERRUPTED_LISTING : LISTING);
    }

    @ParameterizedTest
    @CsvSource({
        "RESTIC_0_14_V1,784d27bb9339440af6a14820187783667cb17a1af92844786aae521815482676",
        "RESTIC_0_19_V1,fb54dc537c3effe38ffb08797fbcd738deb2257e4be77fffd28b9341f9e890ad",
        "RESTIC_0_19_V2,e018de5c36b913dc3d01c05c5f10350be748424ffa7a43ce4b702838c1279fc5",
        "INTERRUPTED_PRUNE,3e12f3cb832eb308b2489f5f509184f517ae455131cd7514fef8feac11219675"
    })
    void ncdu_gets_the_same_export(GoldenRepository golden, String sha256) throws Exception {
        Repository repository = open(golden);
        StringBuilder out = new StringBuilder();
        NcduExport export = new NcduExport(out);
        StoredSnapshot oldest = snapshots(repository).getFirst();
        export.begin(oldest.snapshot());
        new Listing(repository, ListingScope.EVERYTHING).list(oldest.snapshot().tree(), export);
        export.end();
        assertThat(sha256(out.toString().getBytes(UTF_8))).isEqualTo(sha256);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RESTIC_0_14_V1|RESTORE_SIZE|{\"total_size\":2437046,\"total_file_count\":41,\"snapshots_count\":2}",
                "RESTIC_0_14_V1|RAW_DATA|{\"total_size\":707804,\"total_blob_count\":18,\"snapshots_count\":2}",
                "RESTIC_0_19_V2|RESTORE_SIZE|{\"total_size\":2437046,\"total_file_count\":41,\"snapshots_count\":2}",
                "RESTIC_0_19_V2|FILES_BY_CONTENTS|"
                        + "{\"total_size\":1218526,\"total_file_count\":13,\"snapshots_count\":2}",
                "RESTIC_0_19_V2|BLOBS_PER_FILE|{\"total_size\":694238,\"total_file_count\":12,"
                        + "\"total_blob_count\":13,\"snapshots_count\":2}",
                "RESTIC_0_19_V2|RAW_DATA|{\"total_size\":40839,\"total_uncompressed_size\":707804,"
                        + "\"compression_ratio\":17.3315703126913,\"compression_progress\":100,"
                        + "\"compression_space_saving\":94.23018236686993,\"total_blob_count\":18,"
                        + "\"snapshots_count\":2}",
                "INTERRUPTED_PRUNE|RAW_DATA|{\"total_size\":40384,\"total_uncompressed_size\":703708,"
                        + "\"compression_ratio\":17.425416006339145,\"compression_progress\":100,"
                        + "\"compression_space_saving\":94.26125608917334,\"total_blob_count\":20,"
                        + "\"snapshots_count\":1}"
            })
    void sums_are_the_same(GoldenRepository golden, CountingMode mode, String json) throws Exception {
        Repository repository = open(golden);
        List<ObjectId> roots = snapshots(repository).stream()
                .map(stored -> stored.snapshot().tree())
                .toList();
        assertThat(new StatisticsCollector(repository).collect(mode, roots).toJson())
                .isEqualTo(json);
    }

    @ParameterizedTest
    @EnumSource(names = "RESTIC_.*", mode = EnumSource.Mode.MATCH_ALL)
    void the_difference_of_two_snapshots_has_the_same_sums(GoldenRepository golden) throws Exception {
        Repository repository = open(golden);
        List<StoredSnapshot> snapshots = snapshots(repository);
        TreeComparison comparison = new TreeComparison(repository, TreeComparison.Metadata.REPORTED, _ -> {});
        DifferenceStatistics statistics = comparison.compare(
                snapshots.getFirst().snapshot().tree(),
                snapshots.getLast().snapshot().tree());
        assertThat(statistics.toJson("a", "b"))
                .isEqualTo("{\"message_type\":\"statistics\",\"source_snapshot\":\"a\",\"target_snapshot\":\"b\","
                        + "\"changed_files\":0,\"added\":{\"files\":1,\"dirs\":0,\"others\":0,\"data_blobs\":1,"
                        + "\"tree_blobs\":1,\"bytes\":5940},\"removed\":{\"files\":0,\"dirs\":0,\"others\":0,"
                        + "\"data_blobs\":0,\"tree_blobs\":1,\"bytes\":5608}}");
    }

    /** Opening takes half a second, on purpose. */
    private static Repository open(GoldenRepository golden) {
        return OPENED.computeIfAbsent(golden, GoldenAnswersTest::openFirst);
    }

    private static Repository openFirst(GoldenRepository golden) {
        try {
            return golden.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() throws IOException {
        for (Repository repository : OPENED.values()) {
            repository.close();
        }
        OPENED.clear();
    }

    private static List<StoredSnapshot> snapshots(Repository repository) throws IOException {
        return new SnapshotSelector(repository.snapshots().list(), SnapshotFilter.ALL).all();
    }

    private static String sha256(byte[] bytes) {
        return ObjectId.of(bytes).toString();
    }
}

package dev.coffer.operator.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.archive.BackupRequest.Estimate;
import dev.coffer.engine.archive.ChangeTest;
import dev.coffer.engine.archive.ParentChoice;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.source.FilterRules;
import dev.coffer.engine.source.FolderTag;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupArgumentsTest {

    @Test
    void without_any_a_backup_is_the_usual_one() throws IOException {
        BackupArguments none = parse();
        assertThat(none.tags()).isEmpty();
        assertThat(none.changes()).isEqualTo(ChangeTest.STRICT);
        assertThat(none.estimate()).isEqualTo(Estimate.SCAN);
        assertThat(none.compression()).isEqualTo(CompressionMode.AUTO);
        assertThat(none.rules(List.of())).isEqualTo(FilterRules.NONE);
    }

    @Test
    void tags_may_be_given_one_by_one_or_together() throws BadRequest {
        assertThat(parse("--tag=a,b", "--tag", "c").tags()).containsExactly("a", "b", "c");
    }

    @Test
    void an_option_and_its_value_may_be_one_argument() throws BadRequest {
        assertThat(parse("--tag a b").tags()).containsExactly("a b");
    }

    @Test
    void a_pattern_may_hold_spaces() throws BadRequest {
        assertThat(parse("--exclude", "My Files").exclude()).containsExactly("My Files");
    }

    @Test
    void changes_may_be_told_without_inode() throws BadRequest {
        assertThat(parse("--ignore-inode").changes()).isEqualTo(ChangeTest.WITHOUT_INODE);
        assertThat(parse("--ignore-ctime").changes()).isEqualTo(ChangeTest.WITHOUT_CTIME);
    }

    @Test
    void force_compares_with_no_snapshot() throws BadRequest {
        assertThat(parse("--force").parent()).isInstanceOf(ParentChoice.None.class);
    }

    @Test
    void rules_about_files_are_joined() throws IOException {
        FilterRules rules = parse(
                        "--exclude-larger-than=1.5K", "-x", "--exclude-caches", "--exclude-if-present", ".nobackup")
                .rules(List.of("*.tmp"));
        assertThat(rules.largestFile()).isEqualTo(OptionalLong.of(1536));
        assertThat(rules.oneFileSystem()).isTrue();
        assertThat(rules.tags()).containsExactlyInAnyOrder(FolderTag.CACHE, FolderTag.parse(".nobackup"));
        assertThat(rules.patterns()).singleElement().matches(patterns -> patterns.matches("/a/b.tmp"));
    }

    @Test
    void limits_are_in_kibibytes_per_second() throws BadRequest {
        assertThat(parse("--limit-upload=100").limits().upload()).isEqualTo(OptionalLong.of(100));
        assertThat(parse("--limit-upload=100").limits().download()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void modes_of_compression_are_known_by_their_names() throws BadRequest {
        assertThat(parse("--compression=max").compression()).isEqualTo(CompressionMode.MAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--repo=/elsewhere", "--dry-run", "--exclude-larger-than=big", "--compression=most", "path"})
    void what_makes_no_sense_in_a_pod_is_refused(String argument) {
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOf(BadRequest.class)
                .hasMessageStartingWith("target.args are not what a backup takes: ");
    }

    @Test
    void a_malformed_pattern_is_refused() throws BadRequest {
        BackupArguments arguments = parse("--exclude=[");
        assertThatThrownBy(() -> arguments.rules(List.of())).isInstanceOf(BadRequest.class);
    }

    private static BackupArguments parse(String... arguments) throws BadRequest {
        return BackupArguments.parse(List.of(arguments));
    }
}

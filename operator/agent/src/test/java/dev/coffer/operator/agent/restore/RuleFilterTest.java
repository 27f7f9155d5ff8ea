package dev.coffer.operator.agent.restore;

import static dev.coffer.engine.filter.PathFilter.Choice.PERHAPS_WITHIN;
import static dev.coffer.engine.filter.PathFilter.Choice.REFUSED;
import static dev.coffer.engine.filter.PathFilter.Choice.SELECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.filter.PathFilter;
import dev.coffer.operator.api.restore.RestoreRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleFilterTest {

    @Test
    void only_the_entry_that_is_wanted_is_restored_from_its_folder() throws BadRequest {
        PathFilter filter = RuleFilter.of(rule(List.of(), List.of()), "/srv", "data");
        assertThat(filter.choose("/data", true)).isEqualTo(SELECTED);
        assertThat(filter.choose("/data/a", false)).isEqualTo(SELECTED);
        assertThat(filter.choose("/data2", true)).isEqualTo(REFUSED);
    }

    @Test
    void patterns_see_the_whole_path() throws BadRequest {
        PathFilter filter = RuleFilter.of(rule(List.of("/srv/data/a"), List.of()), "/srv", "data");
        assertThat(filter.choose("/data", true)).isEqualTo(PERHAPS_WITHIN);
        assertThat(filter.choose("/data/a", false)).isEqualTo(SELECTED);
        assertThat(filter.choose("/data/b", false)).isEqualTo(REFUSED);
    }

    @Test
    void what_is_excluded_is_not_restored_though_it_is_included() throws BadRequest {
        PathFilter filter = RuleFilter.of(rule(List.of("*.txt"), List.of("/srv/data/a.txt")), "/srv", "data");
        assertThat(filter.choose("/data/a.txt", false)).isEqualTo(REFUSED);
        assertThat(filter.choose("/data/b.txt", false)).isEqualTo(SELECTED);
    }

    @Test
    void all_of_a_snapshot_is_restored_without_a_filter() throws BadRequest {
        assertThat(RuleFilter.of(rule(List.of(), List.of()), "", "")).isSameAs(PathFilter.ALL);
    }

    @Test
    void a_malformed_pattern_is_refused() {
        assertThatThrownBy(() -> RuleFilter.of(rule(List.of("["), List.of()), "", "data"))
                .isInstanceOf(BadRequest.class);
    }

    private static RestoreRule rule(List<String> include, List<String> exclude) {
        return new RestoreRule(List.of(), null, List.of(), List.of(), exclude, include);
    }
}

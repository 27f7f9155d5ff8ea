package dev.coffer.operator.api.hook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "ALWAYS, false, 0, true",
        "ALWAYS, true, 2, true",
        "ON_SUCCESS, false, 0, true",
        "ON_SUCCESS, true, 0, false",
        "ON_FAILURE, false, 0, false",
        "ON_FAILURE, true, 2, true",
        "ON_FINAL_RETRY_FAILURE, true, 1, false",
        "ON_FINAL_RETRY_FAILURE, true, 0, true",
        "ON_FINAL_RETRY_FAILURE, false, 0, false"
    })
    void a_policy_decides_by_the_result_and_the_retries_left(
            BackupExecutionPolicy policy, boolean failed, int retriesLeft, boolean applies) {
        assertThat(policy.applies(failed, retriesLeft)).isEqualTo(applies);
    }

    @ParameterizedTest
    @CsvSource({
        "ALWAYS, false, true",
        "ALWAYS, true, true",
        "ON_SUCCESS, false, true",
        "ON_SUCCESS, true, false",
        "ON_FAILURE, false, false",
        "ON_FAILURE, true, true"
    })
    void a_policy_decides_by_the_result_of_a_restore(RestoreExecutionPolicy policy, boolean failed, boolean applies) {
        assertThat(policy.applies(failed)).isEqualTo(applies);
    }

    @Test
    void without_a_policy_a_hook_is_always_run() {
        assertThat(new PostBackupHook(null, null, null, null, null, null).policy())
                .isEqualTo(BackupExecutionPolicy.ALWAYS);
        assertThat(new PostRestoreHook(null, null, null, null, null, null).policy())
                .isEqualTo(RestoreExecutionPolicy.ALWAYS);
    }
}

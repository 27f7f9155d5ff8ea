package dev.coffer.operator.api.hook;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Default;
import org.jspecify.annotations.Nullable;

/** What is done after a restore, and after which: a {@link Hook} with a policy. */
@ApiType
public record PostRestoreHook(
        @JsonPropertyDescription("A command to run in a container.") @Nullable
        ExecAction exec,

        @JsonPropertyDescription("A GET request to send.") @Nullable
        HttpGetAction httpGet,

        @JsonPropertyDescription("A POST request to send.") @Nullable
        HttpPostAction httpPost,

        @JsonPropertyDescription("A connection to open.") @Nullable
        TcpSocketAction tcpSocket,

        @JsonPropertyDescription("Container for commands and named ports; the first of the pod if absent.") @Nullable
        String containerName,

        @Default("Always") @JsonPropertyDescription("After which results of the restore this is done.") @Nullable
        RestoreExecutionPolicy executionPolicy) {

    /** What is done, without the policy. */
    public Hook hook() {
        return new Hook(exec, httpGet, httpPost, tcpSocket, containerName);
    }

    /** The policy, or the default where an API server has not filled it in. */
    public RestoreExecutionPolicy policy() {
        return executionPolicy == null ? RestoreExecutionPolicy.ALWAYS : executionPolicy;
    }
}

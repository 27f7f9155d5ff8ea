package dev.coffer.backend.azure;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.HttpAnswer;
import java.io.IOException;

/** What Azure means by its answers, where that is not what everybody means. */
final class AzureFailures {

    private static final String CODE = "x-ms-error-code";

    private AzureFailures() {}

    /** The answer, if it is one of success; else it is closed. */
    static HttpAnswer require(HttpAnswer answer) throws IOException {
        if (answer.ok()) {
            return answer;
        }
        try (answer) {
            throw explain(answer.header(CODE).orElse(""), answer.failure());
        }
    }

    private static BackendException explain(String code, BackendException usual) {
        String message = String.valueOf(usual.getMessage());
        return switch (code) {
            case "ContainerNotFound" -> new BackendException.Missing(message + "; init creates the container", usual);
            case "ContainerBeingDeleted", "Md5Mismatch" -> new BackendException.Transient(message, usual);
            case "BlobArchived", "BlobBeingRehydrated" ->
                new BackendException.Rejected(
                        message + "; it is in the archive and has to be moved to another access tier first", usual);
            case "AuthenticationFailed", "AuthorizationFailure", "AuthorizationPermissionMismatch" ->
                new BackendException.Denied(
                        message
                                + "; check AZURE_ACCOUNT_NAME, AZURE_ACCOUNT_KEY or AZURE_ACCOUNT_SAS, or what the identity may do",
                        usual);
            default -> usual;
        };
    }
}

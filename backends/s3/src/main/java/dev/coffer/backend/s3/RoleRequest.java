package dev.coffer.backend.s3;

import java.util.Optional;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * A role to be assumed.
 *
 * @param role its ARN
 * @param session a name for what is done with it, as logs show it
 * @param externalId what the owner of the role wants to hear, if anything
 * @param policy limits what may be done, in JSON
 */
record RoleRequest(String role, Optional<String> session, Optional<String> externalId, Optional<String> policy) {

    static final String SESSION = "coffer";

    AssumeRoleRequest forSdk() {
        AssumeRoleRequest.Builder request =
                AssumeRoleRequest.builder().roleArn(role).roleSessionName(session.orElse(SESSION));
        externalId.ifPresent(request::externalId);
        policy.ifPresent(request::policy);
        return request.build();
    }
}

package dev.coffer.backend.s3;

import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** What is the same for all clients of the SDK. */
final class SdkConfiguration {

    static final DefaultsMode DEFAULTS = DefaultsMode.STANDARD;

    /** No attempt is made twice, as others see to that; and no file of settings is read that nobody asked for. */
    static final ProfileFile NO_PROFILES = ProfileFile.builder()
            .content("")
            .type(ProfileFile.Type.CONFIGURATION)
            .build();

    private SdkConfiguration() {}

    static ClientOverrideConfiguration override() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(DefaultRetryStrategy.doNotRetry())
                .defaultProfileFileSupplier(() -> NO_PROFILES)
                .defaultProfileName("default")
                .build();
    }
}

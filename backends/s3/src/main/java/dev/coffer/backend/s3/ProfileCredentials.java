package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.ShellWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProcessCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * Credentials in the files that the tools of AWS share: keys, the output of a program, or a role that another profile assumes.
 *
 * @param environment says where the files are, and which profile counts
 * @param roles asks for the credentials of roles
 */
record ProfileCredentials(Map<String, String> environment, Roles roles) {

    /**
     * Empty if there is no such profile, or none with credentials.
     *
     * @throws BackendException.Rejected if a profile is asked for that does not exist, or is of no use
     */
    Optional<AwsCredentialsProvider> find() throws BackendException.Rejected {
        Optional<String> chosen = Variables.text(environment, "AWS_PROFILE", "AWS_DEFAULT_PROFILE");
        ProfileFile files = files();
        Optional<AwsCredentialsProvider> found = of(files, chosen.orElse("default"), new LinkedHashSet<>());
        if (found.isEmpty() && chosen.isPresent()) {
            throw new BackendException.Rejected(
                    "there are no credentials in profile " + chosen.get() + " (AWS_PROFILE) of " + credentialsFile()
                            + " and " + configFile(),
                    null);
        }
        return found;
    }

    private ProfileFile files() throws BackendException.Rejected {
        ProfileFile.Aggregator all = ProfileFile.aggregator();
        add(all, credentialsFile(), ProfileFile.Type.CREDENTIALS);
        add(all, configFile(), ProfileFile.Type.CONFIGURATION);
        return all.build();
    }

    private static void add(ProfileFile.Aggregator all, Path path, ProfileFile.Type type)
            throws BackendException.Rejected {
        if (!Files.isRegularFile(path)) {
            return;
        }
        try {
            all.addFile(ProfileFile.builder().content(path).type(type).build());
        } catch (RuntimeException e) {
            throw new BackendException.Rejected("cannot read the profiles in " + path + ": " + e.getMessage(), e);
        }
    }

    private Path credentialsFile() {
        return file("AWS_SHARED_CREDENTIALS_FILE", "credentials");
    }

    private Path configFile() {
        return file("AWS_CONFIG_FILE", "config");
    }

    private Path file(String variable, String name) {
        return Variables.text(environment, variable)
                .map(Path::of)
                .orElseGet(
                        () -> Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".aws", name));
    }

    /** @param above the profiles that have led to this one */
    private Optional<AwsCredentialsProvider> of(ProfileFile files, String name, Set<String> above)
            throws BackendException.Rejected {
        Optional<Profile> profile = files.profile(name);
        if (profile.isEmpty()) {
            return Optional.empty();
        }
        boolean fresh = above.add(name);
        Optional<String> role = profile.get().property(ProfileProperty.ROLE_ARN);
        if (role.isPresent() && fresh) {
            return Optional.of(role(files, profile.get(), role.get(), above));
        }
        Optional<AwsCredentialsProvider> keys = keys(profile.get());
        return keys.isPresent() ? keys : process(profile.get());
    }

    private AwsCredentialsProvider role(ProfileFile files, Profile profile, String role, Set<String> above)
            throws BackendException.Rejected {
        Optional<String> session = profile.property(ProfileProperty.ROLE_SESSION_NAME);
        Optional<String> tokenFile = profile.property(ProfileProperty.WEB_IDENTITY_TOKEN_FILE);
        if (tokenFile.isPresent()) {
            return roles.webIdentity(role, tokenFile.get(), session);
        }
        Optional<String> source = profile.property(ProfileProperty.SOURCE_PROFILE);
        Optional<AwsCredentialsProvider> by = source.isPresent()
                ? of(files, source.get(), above)
                : platform(profile.property(ProfileProperty.CREDENTIAL_SOURCE).orElse(""));
        if (by.isEmpty()) {
            throw new BackendException.Rejected(
                    "profile " + profile.name() + " is to assume " + role
                            + ", but neither source_profile nor credential_source leads to credentials for that",
                    null);
        }
        return roles.assume(
                new RoleRequest(role, session, profile.property(ProfileProperty.EXTERNAL_ID), Optional.empty()),
                by.get());
    }

    private Optional<AwsCredentialsProvider> platform(String source) throws BackendException.Rejected {
        return switch (source) {
            case "Environment" -> EnvironmentKeys.of(environment);
            case "Ec2InstanceMetadata" -> Optional.of(MachineCredentials.of(environment));
            case "EcsContainer" ->
                Optional.of(new NamedCredentials(
                        "the container", ContainerCredentialsProvider.builder().build()));
            default -> Optional.empty();
        };
    }

    private static Optional<AwsCredentialsProvider> keys(Profile profile) {
        Optional<String> key = profile.property(ProfileProperty.AWS_ACCESS_KEY_ID);
        Optional<String> secret = profile.property(ProfileProperty.AWS_SECRET_ACCESS_KEY);
        return key.isEmpty() || secret.isEmpty()
                ? Optional.empty()
                : Optional.of(EnvironmentKeys.of(
                        key.get(), secret.get(), profile.property(ProfileProperty.AWS_SESSION_TOKEN)));
    }

    private static Optional<AwsCredentialsProvider> process(Profile profile) throws BackendException.Rejected {
        Optional<String> command = profile.property(ProfileProperty.CREDENTIAL_PROCESS);
        if (command.isEmpty()) {
            return Optional.empty();
        }
        List<String> words;
        try {
            words = ShellWords.split(command.get());
        } catch (IllegalArgumentException e) {
            throw new BackendException.Rejected(
                    "credential_process of profile " + profile.name() + " is no command: " + e.getMessage(), e);
        }
        return Optional.of(new NamedCredentials(
                "the program of profile " + profile.name(),
                ProcessCredentialsProvider.builder().command(words).build()));
    }
}

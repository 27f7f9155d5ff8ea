package dev.coffer.backend.swift;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the way to log in that the variables {@code OS_*} (of OpenStack's own clients) and {@code ST_*} (of the older ones)
 * describe. Where both name the same thing, {@code OS_*} counts.
 */
final class SwiftEnvironment {

    private static final String[] PASSWORDS = {"OS_PASSWORD", "ST_KEY", "OS_APPLICATION_CREDENTIAL_SECRET"};
    private static final Pattern VERSION = Pattern.compile("/v([123])(\\.\\d+)?(/.*)?$");

    private final Variables variables;

    SwiftEnvironment(Map<String, String> environment) {
        this.variables = new Variables(environment);
    }

    /** @throws BackendException.Rejected if variables are missing; the message says which */
    Authenticator authenticator() throws BackendException.Rejected {
        Optional<URI> server = variables.address("OS_AUTH_URL", "ST_AUTH");
        Optional<URI> storage = variables.address("OS_STORAGE_URL");
        Optional<Secret> token = secret("OS_AUTH_TOKEN");
        if (storage.isPresent() && token.isPresent()) {
            Session given = new Session(storage.get(), token.get(), Instant.MAX);
            boolean canLogIn = server.isPresent() && secret(PASSWORDS).isPresent();
            return canLogIn ? new GivenToken(given, login(server.get())) : _ -> given;
        }
        if (server.isEmpty()) {
            throw Variables.missing("OS_AUTH_URL or ST_AUTH");
        }
        Authenticator login = login(server.get());
        return storage.<Authenticator>map(address -> new ChosenStorage(address, login))
                .orElse(login);
    }

    private Optional<Secret> secret(String... names) {
        return variables.first(names).map(Secret::new);
    }

    private Secret requireSecret(String... names) throws BackendException.Rejected {
        return new Secret(variables.require(names));
    }

    private Authenticator login(URI server) throws BackendException.Rejected {
        Matcher version = VERSION.matcher(String.valueOf(server.getPath()));
        if (version.find()) {
            return login(server, version.group(1));
        }
        String wanted = variables.first("OS_IDENTITY_API_VERSION").orElse("");
        return switch (wanted) {
            case "3" -> login(URI.create(server + "/v3"), "3");
            case "2", "2.0" -> login(URI.create(server + "/v2.0"), "2");
            default ->
                throw new BackendException.Rejected(
                        "cannot log in to Swift: the address " + server
                                + " names no version of the protocol; it should end in /v3, /v2.0 or /v1.0",
                        null);
        };
    }

    private Authenticator login(URI server, String version) throws BackendException.Rejected {
        return switch (version) {
            case "3" -> new KeystoneV3(server, identity(), scope(), endpoint());
            case "2" -> keystoneV2(server);
            default ->
                new KeystoneV1(
                        server, variables.require("OS_USERNAME", "ST_USER"), requireSecret("OS_PASSWORD", "ST_KEY"));
        };
    }

    private Authenticator keystoneV2(URI server) throws BackendException.Rejected {
        return new KeystoneV2(
                server,
                variables.require("OS_USERNAME", "ST_USER"),
                requireSecret("OS_PASSWORD", "ST_KEY"),
                variables.first("OS_TENANT_ID"),
                variables.first("OS_PROJECT_NAME", "OS_TENANT_NAME"),
                endpoint());
    }

    private Identity identity() throws BackendException.Rejected {
        Optional<String> id = variables.first("OS_APPLICATION_CREDENTIAL_ID");
        Optional<String> name = variables.first("OS_APPLICATION_CREDENTIAL_NAME");
        if (id.isPresent()) {
            return new Identity.CredentialById(id.get(), requireSecret("OS_APPLICATION_CREDENTIAL_SECRET"));
        }
        if (name.isPresent()) {
            return new Identity.CredentialByName(name.get(), requireSecret("OS_APPLICATION_CREDENTIAL_SECRET"), user());
        }
        Optional<Secret> token = secret("OS_AUTH_TOKEN");
        if (token.isPresent() && secret("OS_PASSWORD", "ST_KEY").isEmpty()) {
            return new Identity.Token(token.get());
        }
        return new Identity.Password(user(), requireSecret("OS_PASSWORD", "ST_KEY"));
    }

    private User user() throws BackendException.Rejected {
        Optional<String> id = variables.first("OS_USER_ID");
        if (id.isPresent()) {
            return new User.ById(id.get());
        }
        return new User.ByName(
                variables.require("OS_USERNAME", "ST_USER"), userDomain().orElse(Domain.DEFAULT));
    }

    private Optional<Domain> userDomain() {
        return domain("OS_USER_DOMAIN_NAME", "OS_USER_DOMAIN_ID");
    }

    private Optional<Domain> domain(String nameVariable, String idVariable) {
        return variables
                .first(nameVariable)
                .map(Domain::named)
                .or(() -> variables.first(idVariable).map(Domain::withId));
    }

    private Scope scope() {
        Optional<String> trust = variables.first("OS_TRUST_ID");
        if (trust.isPresent()) {
            return new Scope.Trust(trust.get());
        }
        Optional<String> projectId = variables.first("OS_TENANT_ID", "OS_PROJECT_ID");
        if (projectId.isPresent()) {
            return new Scope.ProjectById(projectId.get());
        }
        Optional<String> project = variables.first("OS_PROJECT_NAME", "OS_TENANT_NAME");
        if (project.isPresent()) {
            Domain domain = domain("OS_PROJECT_DOMAIN_NAME", "OS_PROJECT_DOMAIN_ID")
                    .or(this::userDomain)
                    .orElse(Domain.DEFAULT);
            return new Scope.ProjectByName(project.get(), domain);
        }
        return domain("OS_DOMAIN_NAME", "OS_DOMAIN_ID")
                .<Scope>map(Scope.WholeDomain::new)
                .orElse(Scope.Unscoped.UNSCOPED);
    }

    /** Older clients say {@code publicURL} where newer ones say {@code public}. */
    private EndpointChoice endpoint() {
        String face = variables
                .first("OS_INTERFACE", "OS_ENDPOINT_TYPE")
                .orElse("public")
                .toLowerCase(Locale.ROOT);
        return new EndpointChoice(
                variables.first("OS_REGION_NAME"), face.endsWith("url") ? face.substring(0, face.length() - 3) : face);
    }
}

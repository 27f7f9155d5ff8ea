package dev.coffer.backend.azure;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * A storage account.
 *
 * @param name of the account
 * @param endpoint address of its blobs
 */
record AzureAccount(String name, String endpoint) {

    private static final String OPTION = "azure.endpoint";
    private static final String NAME = "AZURE_ACCOUNT_NAME";
    private static final String SUFFIX = "AZURE_ENDPOINT_SUFFIX";
    private static final String PUBLIC_CLOUD = "core.windows.net";

    /** What may be a part of the name of a host. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

    static AzureAccount of(BackendOptions options) throws BackendException.Rejected {
        String name = options.variable(NAME).orElse("");
        if (!HOST.matcher(name).matches()) {
            throw new BackendException.Rejected(
                    NAME + " must be the name of a storage account"
                            + (name.isEmpty() ? ", and it is not set" : ", not '" + name + "'"),
                    null);
        }
        String endpoint = options.option(OPTION).map(String::strip).orElse("");
        return new AzureAccount(name, endpoint.isEmpty() ? ofCloud(name, options) : checked(endpoint));
    }

    private static String ofCloud(String name, BackendOptions options) throws BackendException.Rejected {
        String suffix = options.variable(SUFFIX).orElse(PUBLIC_CLOUD);
        if (!HOST.matcher(suffix).matches()) {
            throw new BackendException.Rejected(
                    SUFFIX + " must be the end of the name of a host, such as " + PUBLIC_CLOUD + ", not '" + suffix
                            + "'",
                    null);
        }
        return "https://" + name + ".blob." + suffix;
    }

    private static String checked(String endpoint) throws BackendException.Rejected {
        try {
            URI uri = new URI(endpoint);
            boolean known = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (known && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawUserInfo() == null) {
                return endpoint.replaceFirst("/+$", "");
            }
        } catch (URISyntaxException _) {
            // told below
        }
        throw new BackendException.Rejected(
                "option " + OPTION + " must be the address of an account's blobs, such as"
                        + " http://127.0.0.1:10000/account, not '" + endpoint + "'",
                null);
    }
}

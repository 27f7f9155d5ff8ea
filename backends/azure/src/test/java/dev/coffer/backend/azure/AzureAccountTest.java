package dev.coffer.backend.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureAccountTest {

    private static AzureAccount account(Map<String, String> environment) throws BackendException {
        return AzureAccount.of(new BackendOptions(Map.of(), environment));
    }

    @Test
    void an_account_is_in_the_public_cloud_unless_another_is_named() throws BackendException {
        Map<String, String> china =
                Map.of("AZURE_ACCOUNT_NAME", "account", "AZURE_ENDPOINT_SUFFIX", "core.chinacloudapi.cn");

        assertThat(account(Map.of("AZURE_ACCOUNT_NAME", "account")).endpoint())
                .isEqualTo("https://account.blob.core.windows.net");
        assertThat(account(china).endpoint()).isEqualTo("https://account.blob.core.chinacloudapi.cn");
    }

    @Test
    void an_endpoint_of_ones_own_replaces_the_address() throws BackendException {
        BackendOptions options = new BackendOptions(
                Map.of("azure.endpoint", "http://127.0.0.1:10000/account/"), Map.of("AZURE_ACCOUNT_NAME", "account"));

        assertThat(AzureAccount.of(options).endpoint()).isEqualTo("http://127.0.0.1:10000/account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:10000", "ftp://host", "https://", "http://user@host", "https://host?sig=x"})
    void an_endpoint_that_is_no_address_is_rejected(String endpoint) {
        BackendOptions options =
                new BackendOptions(Map.of("azure.endpoint", endpoint), Map.of("AZURE_ACCOUNT_NAME", "account"));

        assertThatThrownBy(() -> AzureAccount.of(options))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("azure.endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "account.evil.example/", "a@b"})
    void a_name_that_is_none_is_rejected(String name) {
        assertThatThrownBy(() -> account(Map.of("AZURE_ACCOUNT_NAME", name)))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("AZURE_ACCOUNT_NAME");
    }

    @Test
    void a_suffix_that_leads_elsewhere_is_rejected() {
        assertThatThrownBy(() ->
                        account(Map.of("AZURE_ACCOUNT_NAME", "account", "AZURE_ENDPOINT_SUFFIX", "example.com/path")))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("AZURE_ENDPOINT_SUFFIX");
    }
}

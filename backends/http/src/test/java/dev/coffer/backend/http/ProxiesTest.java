package dev.coffer.backend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    private static final URI HTTP = URI.create("http://store.example.com/");
    private static final URI HTTPS = URI.create("https://store.example.com/");
    private static final InetSocketAddress PROXY = InetSocketAddress.createUnresolved("proxy", 3128);

    private static HttpSettings settings(Map<String, String> environment) throws BackendException {
        return HttpSettings.of(new BackendOptions(Map.of(), environment));
    }

    @Test
    void each_scheme_has_its_own_proxy() throws BackendException {
        HttpSettings settings = settings(Map.of("HTTPS_PROXY", "http://proxy:3128"));

        assertThat(settings.proxyFor(HTTPS)).hasValue(PROXY);
        assertThat(settings.proxyFor(HTTP)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http_proxy,proxy:3128",
        "http_proxy,http://proxy:3128/",
        "HTTP_PROXY,http://proxy:3128",
    })
    void names_may_be_small_and_the_scheme_may_be_left_out(String name, String value) throws BackendException {
        assertThat(settings(Map.of(name, value)).proxyFor(HTTP)).hasValue(PROXY);
    }

    @Test
    void a_proxy_may_want_user_and_password() throws BackendException {
        HttpSettings settings = settings(Map.of("HTTPS_PROXY", "http://me:p%40ss+word@proxy:3128"));

        assertThat(settings.proxyCredentials(HTTPS)).hasValueSatisfying(credentials -> {
            assertThat(credentials.getUserName()).isEqualTo("me");
            assertThat(credentials.getPassword()).isEqualTo("p@ss+word".toCharArray());
        });
        assertThat(settings.proxyCredentials(HTTP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"socks5://me:secret@proxy:1080", "https://me:secret@proxy", "http://", "http://me:secret@ x"})
    void what_is_no_proxy_of_http_is_refused_without_telling_the_password(String value) {
        assertThatThrownBy(() -> settings(Map.of("HTTP_PROXY", value)))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("HTTP_PROXY")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "example.com",
                ".example.com",
                "*.example.com",
                "other.org, store.example.com",
                "STORE.example.com:443",
            })
    void no_proxy_names_hosts(String exceptions) throws BackendException {
        assertThat(settings(Map.of("HTTPS_PROXY", "proxy", "NO_PROXY", exceptions))
                        .proxyFor(HTTPS))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ample.com", ".store.example.com", "store.example.com:8443", "example", "10.0.0.0/8"})
    void other_hosts_are_reached_by_the_proxy(String exceptions) throws BackendException {
        assertThat(settings(Map.of("HTTPS_PROXY", "proxy", "NO_PROXY", exceptions))
                        .proxyFor(HTTPS))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.1.2.3,true",
        "10.0.0.0/8,11.1.2.3,false",
        "10.1.2.3,10.1.2.3,true",
        "10.1.2.0/23,10.1.3.255,true",
        "10.1.2.0/23,10.1.4.0,false",
        "fd00::/8,[fd12::1],true",
        "fd00::/8,[fe12::1],false",
        "fd00::/8,10.1.2.3,false",
        "'',127.0.0.1,true",
        "'',localhost,true",
        "'',[::1],true",
    })
    void no_proxy_names_networks_and_always_this_machine(String exceptions, String host, boolean direct)
            throws BackendException {
        HttpSettings settings = settings(Map.of("HTTP_PROXY", "proxy", "NO_PROXY", exceptions));

        assertThat(settings.proxyFor(URI.create("http://" + host + ":9000/")).isEmpty())
                .isEqualTo(direct);
    }
}

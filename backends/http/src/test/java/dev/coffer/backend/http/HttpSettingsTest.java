package dev.coffer.backend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSettingsTest {

    private static HttpSettings settings(Map<String, String> options) throws BackendException {
        return HttpSettings.of(new BackendOptions(options, Map.of()));
    }

    @Test
    void without_options_there_are_defaults() throws BackendException {
        HttpSettings settings = settings(Map.of());

        assertThat(settings.userAgent()).startsWith("coffer");
        assertThat(settings.stallLimit()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.headers()).isEmpty();
        assertThat(settings.tls().insecure()).isFalse();
        assertThat(settings.tls().keyManagers()).isEmpty();
    }

    @Test
    void headers_can_be_added() throws BackendException {
        HttpSettings settings = settings(Map.of("http.header.X-Tenant", "blue", "http.header.Authorization", "secret"));

        assertThat(settings.headers()).isEqualTo(Map.of("X-Tenant", "blue", "Authorization", "secret"));
    }

    @ParameterizedTest
    @CsvSource({"Content-Length,1", "Host,x", "'a b',x", "'',x", "Name,'a\nsecret'"})
    void headers_that_cannot_be_are_refused(String name, String value) {
        assertThatThrownBy(() -> settings(Map.of("http.header." + name, value)))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("http.header." + name)
                .hasMessageNotContaining("secret");
    }
}

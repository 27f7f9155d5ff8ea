package dev.coffer.backend.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.BackendProvider;
import dev.coffer.backend.BackendRegistry;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class S3ProviderTest {

    @Test
    void locations_of_s3_lead_here() throws Exception {
        assertThat(BackendRegistry.installed()
                        .open("s3:localhost/bucket", S3ProxyServer.options(Map.of()))
                        .location())
                .isEqualTo("s3:localhost/bucket");
    }

    /** Whoever uses another store does not wait for it. */
    @Test
    void the_sdk_is_not_needed_to_say_which_locations_lead_here() throws Exception {
        URL[] own = {location(S3Provider.class), location(BackendProvider.class)};
        try (URLClassLoader withoutSdk = new URLClassLoader(own, ClassLoader.getPlatformClassLoader())) {
            Class<?> provider = withoutSdk.loadClass(S3Provider.class.getName());
            Object instance = provider.getConstructor().newInstance();

            assertThat(provider.getMethod("schemes").invoke(instance)).isEqualTo(Set.of("s3"));
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}

package dev.coffer.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QuantitiesTest {

    @Test
    void numbers_look_the_same_wherever_the_user_is() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(Quantities.bytes(1_294_000)).isEqualTo("1.234 MiB");
            assertThat(Quantities.duration(Duration.ofSeconds(3723))).isEqualTo("1:02:03");
            assertThat(Quantities.duration(Duration.ofSeconds(65))).isEqualTo("1:05");
        } finally {
            Locale.setDefault(before);
        }
    }
}

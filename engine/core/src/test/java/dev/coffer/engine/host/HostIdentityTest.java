package dev.coffer.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostIdentityTest {

    private static final String STATUS =
            "Name:\tjava\nUmask:\t0022\nUid:\t1000\t1001\t1002\t1003\nGid:\t100\t0\t0\t0\n";

    @Test
    void the_real_ids_are_taken() {
        assertThat(HostIdentity.realId(STATUS, "Uid")).isEqualTo(1000);
        assertThat(HostIdentity.realId(STATUS, "Gid")).isEqualTo(100);
    }

    @Test
    void an_id_that_the_system_does_not_tell_is_zero() {
        assertThat(HostIdentity.realId("Name:\tjava\n", "Uid")).isZero();
    }

    @Test
    void this_process_is_known_by_its_number() {
        assertThat(HostIdentity.current().pid())
                .isEqualTo(ProcessHandle.current().pid());
    }
}

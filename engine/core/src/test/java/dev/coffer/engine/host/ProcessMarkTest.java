package dev.coffer.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.host.ProcessMark.Fate;
import org.junit.jupiter.api.Test;

class ProcessMarkTest {

    @Test
    void a_process_runs_until_it_has_ended() throws Exception {
        Process process = new ProcessBuilder("sleep", "100").start();
        ProcessMark mark = ProcessMark.ofProcess(process.pid()).orElseThrow();
        assertThat(mark.fate(process.pid())).isEqualTo(Fate.RUNNING);
        process.destroyForcibly().waitFor();
        assertThat(mark.fate(process.pid())).isEqualTo(Fate.GONE);
    }

    @Test
    void processes_that_never_were_have_no_mark() {
        assertThat(ProcessMark.ofProcess(0x3FFF_FFFF)).isEmpty();
    }

    @Test
    void nothing_is_known_of_processes_of_other_machines() {
        ProcessMark here = ProcessMark.current().orElseThrow();
        assertThat(new ProcessMark("another-boot", here.pidNamespace(), here.startTicks()).fate(1))
                .isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void processes_of_other_containers_cannot_be_looked_at() {
        ProcessMark here = ProcessMark.current().orElseThrow();
        assertThat(new ProcessMark(here.bootId(), here.pidNamespace() + 1, here.startTicks()).fate(1))
                .isEqualTo(Fate.HIDDEN);
    }
}

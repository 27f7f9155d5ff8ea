package dev.coffer.backend.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnFileSystemsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "tmpfs", "apfs", "NTFS"})
    void disks_and_memory_of_this_machine_are_its_own(String type) {
        assertThat(OwnFileSystems.areOfType(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "cifs", "smb3", "9p", "virtiofs", "ceph", "fuse.sshfs", "fuseblk"})
    void those_that_may_be_shared_are_not(String type) {
        assertThat(OwnFileSystems.areOfType(type)).isFalse();
    }

    @Test
    void a_folder_that_is_not_there_is_in_none() {
        assertThat(OwnFileSystems.hold(Path.of("/nowhere/at/all"))).isFalse();
    }
}

package dev.coffer.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How stores treat files that other programs, or killed ones, left in a repository. */
public interface ForeignFilesContract {

    /** The backend on the place that {@link #plant} writes to. */
    Backend backend();

    /** Puts a file into the store by other means, at a path relative to the repository. */
    void plant(String path, byte[] bytes) throws IOException;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFIG")
    default void foreign_names_are_passed_over(FileType type) throws IOException {
        String name = ContractFiles.name("own");
        String folder = type == FileType.PACK ? "data/" + name.substring(0, 2) + "/" : type.directory() + "/";
        plant(folder + name, new byte[] {1, 2, 3});
        plant(folder + name + "-tmp-1f2e3d", new byte[] {1});
        plant(folder + name.substring(1), new byte[] {1});
        plant(folder + name.toUpperCase(Locale.ROOT), new byte[] {1});
        plant(folder + "README.txt", new byte[] {1});

        assertThat(ContractFiles.list(backend(), type)).containsExactly(new FileInfo(name, 3));
    }

    @Test
    default void a_file_directly_in_the_data_folder_is_passed_over() throws IOException {
        plant("data/" + ContractFiles.name("stray"), new byte[] {1});
        plant("data/notes", new byte[] {1});

        assertThat(ContractFiles.list(backend(), FileType.PACK)).isEmpty();
    }

    @Test
    default void a_pack_in_the_folder_of_another_prefix_is_passed_over() throws IOException {
        String name = ContractFiles.name("misplaced");
        plant("data/" + (name.startsWith("00") ? "01" : "00") + "/" + name, new byte[] {1});

        assertThat(ContractFiles.list(backend(), FileType.PACK)).isEmpty();
    }
}

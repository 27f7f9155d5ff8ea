package dev.coffer.operator.agent.command;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.restore.HostRestoreStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step of a job leaves for the last one, which reports it. The add-ons of Stash write the same. */
@ApiType
record StepOutput(
        @Nullable BackupTarget backupTargetStatus, @Nullable RestoreTarget restoreTargetStatus) {

    private static final String FILE = "output.json";

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);

    /** Hosts whose backup has ended. */
    @ApiType
    record BackupTarget(List<HostBackupStats> stats) {
        BackupTarget {
            stats = Absent.orEmpty(stats);
        }
    }

    /** Hosts whose restore has ended. */
    @ApiType
    record RestoreTarget(List<HostRestoreStats> stats) {
        RestoreTarget {
            stats = Absent.orEmpty(stats);
        }
    }

    static StepOutput of(HostBackupStats host) {
        return new StepOutput(new BackupTarget(List.of(host)), null);
    }

    static StepOutput of(HostRestoreStats host) {
        return new StepOutput(null, new RestoreTarget(List.of(host)));
    }

    List<HostBackupStats> backups() {
        return backupTargetStatus == null ? List.of() : backupTargetStatus.stats();
    }

    List<HostRestoreStats> restores() {
        return restoreTargetStatus == null ? List.of() : restoreTargetStatus.stats();
    }

    /** Writes it whole or not at all. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve(FILE + ".part");
        Files.write(part, JSON.writeValueAsBytes(this));
        Files.move(part, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    static StepOutput read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            return JSON.readValue(Files.readAllBytes(file), StepOutput.class);
        } catch (NoSuchFileException _) {
            throw new BadRequest("There is no " + file + ": the step before has not come to its end.");
        }
    }
}

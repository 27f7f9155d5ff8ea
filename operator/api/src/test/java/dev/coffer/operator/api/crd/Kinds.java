package dev.coffer.operator.api.crd;

import dev.coffer.operator.api.app.AppBinding;
import dev.coffer.operator.api.backup.BackupBatch;
import dev.coffer.operator.api.backup.BackupBlueprint;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestoreBatch;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.api.task.Function;
import dev.coffer.operator.api.task.Task;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.List;

/** The kinds that the cluster stores. */
public final class Kinds {

    public static final List<Class<? extends CustomResource<?, ?>>> ALL = List.of(
            AppBinding.class,
            BackupBatch.class,
            BackupBlueprint.class,
            BackupConfiguration.class,
            BackupSession.class,
            Function.class,
            Repository.class,
            RestoreBatch.class,
            RestoreSession.class,
            Task.class);

    private Kinds() {}
}

package dev.coffer.operator.controller.invoker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.TaskRef;
import dev.coffer.operator.controller.workload.WorkloadKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutorTest {

    @Test
    void a_workload_works_in_its_own_pods() {
        assertThat(Executor.ofBackup(null, ref("StatefulSet"), ExecutionModel.WORKLOAD))
                .isEqualTo(new Executor.InWorkload(WorkloadKind.STATEFUL_SET));
    }

    @Test
    void whatever_has_a_task_is_done_in_a_job() {
        TaskRef task = new TaskRef("kubedump", List.of());
        assertThat(Executor.ofBackup(task, ref("Deployment"), ExecutionModel.WORKLOAD))
                .isEqualTo(new Executor.TaskJob("kubedump"));
    }

    @Test
    void a_claim_needs_no_task_to_be_named() {
        assertThat(Executor.ofBackup(null, ref("PersistentVolumeClaim"), ExecutionModel.WORKLOAD))
                .isEqualTo(new Executor.TaskJob("pvc-backup"));
        assertThat(Executor.ofRestore(null, ref("PersistentVolumeClaim"), null))
                .isEqualTo(new Executor.TaskJob("pvc-restore"));
    }

    @Test
    void what_cannot_be_reached_is_unsupported() {
        assertThat(Executor.ofBackup(null, ref("Service"), ExecutionModel.WORKLOAD))
                .isInstanceOf(Executor.Unsupported.class);
        assertThat(Executor.ofBackup(null, null, ExecutionModel.WORKLOAD)).isInstanceOf(Executor.Unsupported.class);
        assertThat(Executor.ofRestore(null, ref("Deployment"), ExecutionModel.JOB))
                .isInstanceOf(Executor.Unsupported.class);
    }

    @Test
    void a_workload_is_backed_up_by_jobs_beside_it_if_that_is_asked_for() {
        assertThat(Executor.ofBackup(null, ref("Deployment"), ExecutionModel.JOB))
                .isEqualTo(new Executor.NodeJobs(WorkloadKind.DEPLOYMENT));
    }

    @Test
    void a_deployment_config_is_backed_up_as_a_deployment_is() {
        assertThat(Executor.ofBackup(null, ref("DeploymentConfig"), ExecutionModel.WORKLOAD))
                .isEqualTo(new Executor.InWorkload(WorkloadKind.DEPLOYMENT_CONFIG));
        assertThat(Executor.ofBackup(null, ref("DeploymentConfig"), ExecutionModel.JOB))
                .isEqualTo(new Executor.NodeJobs(WorkloadKind.DEPLOYMENT_CONFIG));
    }

    private static TargetRef ref(String kind) {
        return new TargetRef(null, kind, "shop", null);
    }
}

package dev.coffer.operator.controller.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.operator.api.Param;
import dev.coffer.operator.api.client.Clients;
import dev.coffer.operator.api.task.Function;
import dev.coffer.operator.api.task.FunctionRef;
import dev.coffer.operator.api.task.FunctionSpec;
import dev.coffer.operator.api.task.Task;
import dev.coffer.operator.api.task.TaskSpec;
import dev.coffer.operator.api.variables.Variables;
import dev.coffer.operator.controller.cluster.Json;
import dev.coffer.operator.controller.pod.WorkVolumes;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskPodTest {

    private static final Json JSON = new Json(Clients.serialization());

    private static final FunctionSpec ECHO = new FunctionSpec(
            "img:${TAG:=1}",
            List.of(),
            List.of("--a=${A:=default}"),
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            null);

    @Test
    void all_steps_but_the_last_are_init_containers() throws Exception {
        PodSpec pod = build(task(step("echo"), step("echo"), step("echo")), Map.of());
        assertThat(pod.getInitContainers()).extracting(Container::getName).containsExactly("echo-0", "echo-1");
        assertThat(pod.getContainers()).extracting(Container::getName).containsExactly("echo-2");
        assertThat(pod.getRestartPolicy()).isEqualTo("Never");
    }

    @Test
    void the_invokers_value_counts_more_than_the_steps_and_that_more_than_the_default() throws Exception {
        FunctionRef own = step("echo", new Param("A", "step"));
        assertThat(args(build(task(step("echo")), Map.of()))).containsExactly("--a=default");
        assertThat(args(build(task(own), Map.of()))).containsExactly("--a=step");
        assertThat(args(build(task(own), Map.of("A", "invoker")))).containsExactly("--a=invoker");
    }

    @Test
    void all_containers_mount_the_volumes_of_the_operator() throws Exception {
        PodSpec pod = build(task(step("echo")), Map.of());
        assertThat(pod.getVolumes()).extracting(Volume::getName).containsExactly("stash-tmp-dir");
        assertThat(pod.getContainers().getFirst().getVolumeMounts())
                .extracting(VolumeMount::getMountPath)
                .containsExactly("/stash-tmp");
    }

    @Test
    void a_function_that_is_missing_is_named() {
        assertThatThrownBy(() -> build(task(step("nothing")), Map.of()))
                .isInstanceOf(InvalidTaskException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void the_task_for_claims_mounts_the_claim_and_reports() throws Exception {
        Map<String, FunctionSpec> functions = new HashMap<>();
        Map<String, TaskSpec> tasks = new HashMap<>();
        for (HasMetadata object : Catalog.objects("coffer:1")) {
            if (object instanceof Function function) {
                functions.put(function.getMetadata().getName(), function.getSpec());
            } else if (object instanceof Task task) {
                tasks.put(task.getMetadata().getName(), task.getSpec());
            }
        }
        Variables variables = new Variables(Map.of("TARGET_NAME", "photos", "TARGET_MOUNT_PATH", "/stash-data"));
        PodSpec pod = new TaskPod(JSON, functions, List.of(WorkVolumes.temp(null)))
                .build("pvc-backup", tasks.getOrDefault("pvc-backup", task()), variables);

        assertThat(pod.getVolumes().getFirst().getPersistentVolumeClaim().getClaimName())
                .isEqualTo("photos");
        assertThat(pod.getInitContainers()).isEmpty();
        assertThat(args(pod)).contains("backup-pvc", "--report=true");
        assertThat(pod.getContainers().getFirst().getVolumeMounts())
                .extracting(VolumeMount::getName)
                .containsExactly("stash-volume", "stash-tmp-dir");
    }

    private static List<String> args(PodSpec pod) {
        return pod.getContainers().getFirst().getArgs();
    }

    private static PodSpec build(TaskSpec task, Map<String, String> values) throws InvalidTaskException {
        return new TaskPod(JSON, Map.of("echo", ECHO), List.of(WorkVolumes.temp(null)))
                .build("test", task, new Variables(values));
    }

    private static TaskSpec task(FunctionRef... steps) {
        return new TaskSpec(List.of(steps), List.of());
    }

    private static FunctionRef step(String name, Param... params) {
        return new FunctionRef(name, List.of(params));
    }
}

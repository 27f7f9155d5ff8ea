package dev.coffer.operator.controller;

import dev.coffer.operator.api.client.Clients;
import dev.coffer.operator.controller.admission.Admission;
import dev.coffer.operator.controller.backupconfiguration.BackupConfigurationReconciler;
import dev.coffer.operator.controller.backupconfiguration.SidecarInjections;
import dev.coffer.operator.controller.backupsession.BackupSessionReconciler;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.invoker.ExecutionModels;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.registry.RegistrySecrets;
import dev.coffer.operator.controller.repository.RepositoryReconciler;
import dev.coffer.operator.controller.restoresession.InitContainerInjections;
import dev.coffer.operator.controller.restoresession.RestoreSessionReconciler;
import dev.coffer.operator.controller.task.Catalog;
import dev.coffer.operator.controller.workload.Injections;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs the controllers. Of several operators one works, elected by a lease; all state is in the cluster, so that another one can
 * go on at any time.
 */
public final class Main {

    /** What was begun when the operator is told to end may take this long. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** How soon what has failed is tried again, however often it has. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final int FAILURE = 1;
    private static final int USAGE_ERROR = 2;

    private Main() {}

    /** Runs until the process is told to end; {@link Settings#USAGE} tells the arguments. */
    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        try {
            if (!words.subList(0, Math.min(2, words.size())).equals(List.of("operator", "run"))) {
                throw new IllegalArgumentException("The operator has one command, operator run");
            }
            run(Settings.parse(words.subList(2, words.size())), Clients.create());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + Settings.USAGE);
            System.exit(USAGE_ERROR);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(FAILURE);
        }
    }

    private static void run(Settings settings, KubernetesClient client) throws IOException {
        ClusterObjects objects = new ClusterObjects(client);
        Catalog.objects(settings.image()).forEach(objects::ensure);
        Runnable elected = admission(settings, client);
        AtomicBoolean ending = new AtomicBoolean();
        Leadership leadership = Leadership.of(client, settings.namespace());
        LeaderElectionConfiguration election = leadership
                .election()
                .withLeaderCallbacks(new LeaderCallbacks(elected, () -> lost(ending), leader -> {}))
                .build();
        Operator operator =
                operator(settings, client, overrides -> overrides.withLeaderElectionConfiguration(election));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ending.set(true);
            operator.stop();
            leadership.end();
        }));
        operator.start();
    }

    /**
     * Two operators must not work at once: who loses the lease ends without waiting for work under way, and is started anew to wait
     * for it.
     */
    private static void lost(AtomicBoolean ending) {
        if (!ending.get()) {
            System.err.println(
                    "Another operator may have taken over: the lease " + Leadership.LEASE + " could not be renewed");
            Runtime.getRuntime().halt(FAILURE);
        }
    }

    /** Has the operator asked about objects, if it is to be, and returns what to do when it is elected. */
    private static Runnable admission(Settings settings, KubernetesClient client) throws IOException {
        if (settings.admission().isEmpty()) {
            return () -> Admission.withdraw(client);
        }
        InstantSource clock = InstantSource.system();
        JobServices services = services(settings, client, clock);
        ExecutionModels models = new ExecutionModels(client, settings.executionModel());
        List<Injections> injections =
                List.of(new SidecarInjections(services, models, clock), new InitContainerInjections(services, clock));
        Admission admission =
                Admission.start(client, settings.admission().get(), settings.namespace(), injections, clock);
        Runtime.getRuntime().addShutdownHook(new Thread(admission::close));
        return admission::lead;
    }

    private static JobServices services(Settings settings, KubernetesClient client, InstantSource clock) {
        return new JobServices(
                client,
                new ClusterObjects(client),
                settings.image(),
                new RegistrySecrets(client, settings.namespace(), settings.imagePullSecrets(), clock));
    }

    /**
     * The controllers, which the caller starts and stops.
     *
     * @param election says how one of several operators is elected
     */
    static Operator operator(
            Settings settings, KubernetesClient client, Consumer<ConfigurationServiceOverrider> election) {
        InstantSource clock = InstantSource.system();
        JobServices services = services(settings, client, clock);
        ExecutionModels models = new ExecutionModels(client, settings.executionModel());
        Operator operator = new Operator(overrides -> {
            overrides
                    .withKubernetesClient(client)
                    .withConcurrentReconciliationThreads(settings.workers())
                    .withReconciliationTerminationTimeout(GRACE)
                    .withCloseClientOnStop(false)
                    .withUseSSAToPatchPrimaryResource(false);
            election.accept(overrides);
        });
        operator.register(new RepositoryReconciler(services, clock), Main::keepTrying);
        operator.register(new BackupConfigurationReconciler(services, models, clock), Main::keepTrying);
        operator.register(new BackupSessionReconciler(services, models, settings.sessions(), clock), Main::keepTrying);
        operator.register(new RestoreSessionReconciler(services, clock), Main::keepTrying);
        return operator;
    }

    /** An API server, or one behind it, may be down for long, and nothing happens to an object when it is back. */
    private static void keepTrying(ControllerConfigurationOverrider<?> controller) {
        controller.withRetry(new GenericRetry().withoutMaxAttempts().setMaxInterval(LONGEST_PAUSE.toMillis()));
    }
}

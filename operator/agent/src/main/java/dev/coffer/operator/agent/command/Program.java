package dev.coffer.operator.agent.command;

import dev.coffer.engine.errors.FailureText;
import dev.coffer.operator.agent.ProgramVersion;
import dev.coffer.operator.agent.session.Workplace;
import dev.coffer.operator.api.client.ApiFailures;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program {@code coffer-operator} in the pods of others: the commands of the agent. */
public final class Program {

    private static final Logger LOG = LoggerFactory.getLogger(Program.class);

    private final Supplier<Workplace> places;

    /** @param places asked once, by the command that needs it */
    public Program(Supplier<Workplace> places) {
        this.places = places;
    }

    @Command(
            name = "coffer-operator",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Backups for Kubernetes. People use kubectl; these commands run in pods.")
    private static final class Root implements Callable<Integer> {

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
        private CommandSpec spec;

        /** A container without a command is a mistake. */
        @Override
        public Integer call() {
            spec.commandLine().usage(spec.commandLine().getErr());
            return CommandLine.ExitCode.USAGE;
        }
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"coffer-operator " + ProgramVersion.number()};
        }
    }

    /** Runs a command and returns the exit code of the process. */
    public int run(List<String> arguments) {
        return new CommandLine(new Root())
                .addSubcommand(new RunBackupCommand(places))
                .addSubcommand(new BackupPvcCommand(places))
                .addSubcommand(new RestoreCommand(places))
                .addSubcommand(new RestorePvcCommand(places))
                .addSubcommand(new UpdateStatusCommand(places))
                .addSubcommand(new WipeOutCommand(places))
                .setExpandAtFiles(false)
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure))
                .execute(arguments.toArray(String[]::new));
    }

    private static int failed(Exception failure) {
        LOG.error(
                "{}",
                failure instanceof KubernetesClientException refused
                        ? ApiFailures.text(refused)
                        : FailureText.of(failure));
        LOG.debug("in full", failure);
        return CommandLine.ExitCode.SOFTWARE;
    }
}

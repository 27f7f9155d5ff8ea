package dev.coffer.operator.agent.command;

import dev.coffer.operator.agent.session.AgentSettings;
import dev.coffer.operator.agent.session.Workplace;
import dev.coffer.operator.api.client.Clients;
import java.util.List;

/** The program of the image. */
public final class Main {

    private Main() {}

    /** Ends the process with 0 once the work has been reported, even if it has failed. */
    public static void main(String[] arguments) {
        Stopping stopping = Stopping.watch();
        Program program = new Program(() -> new Workplace(Clients.createPatient(), AgentSettings.ofProcess()));
        int code = program.run(List.of(arguments));
        stopping.end();
        System.exit(code);
    }
}

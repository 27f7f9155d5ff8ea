package dev.coffer.cli;

import dev.coffer.engine.json.JsonWriter;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;

/** Prints the version. The JSON has restic's fields; {@code go_version} is Java's. */
@Command(name = "version", description = "Print the version.")
final class VersionCommand implements Task {

    private final Session session;

    VersionCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        if (session.json()) {
            session.output().json(document());
        } else {
            session.output().line(Version.line());
        }
        return ExitCode.OK;
    }

    private static JsonWriter document() {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("message_type").value("version");
        json.name("version").value(Version.number());
        json.name("go_version").value("java" + Runtime.version());
        json.name("go_os").value(System.getProperty("os.name", "").toLowerCase(Locale.ROOT));
        json.name("go_arch").value(System.getProperty("os.arch", ""));
        json.endObject();
        return json;
    }
}

package dev.coffer.backend.s3;

import dev.coffer.backend.contract.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Starts servers whose class paths the modules in {@code backends/s3-servers} have written. */
final class JavaServer {

    private JavaServer() {}

    /**
     * @param module which of them
     * @param serving what the server says when it serves; must have a group
     * @param arguments JVM options, main class and arguments
     */
    static ServerProcess start(String module, Pattern serving, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(module)));
        command.addAll(arguments);
        return ServerProcess.start("java", serving, Map.of(), command);
    }

    private static String classPath(String module) throws IOException {
        Path file = Path.of("../s3-servers", module, "target/classpath");
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    file
                            + " is missing; build this module together with those it depends on: mvn verify -pl backends/s3 -am");
        }
        return Files.readString(file).strip();
    }
}

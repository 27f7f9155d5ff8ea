package dev.coffer.backend.sftp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs that the tests need. */
public final class Programs {

    private static final List<String> OUTSIDE_PATH = List.of(
            "/usr/sbin",
            "/usr/local/sbin",
            "/usr/lib/openssh",
            "/usr/libexec/openssh",
            "/usr/libexec",
            "/usr/lib/ssh",
            "/usr/lib/misc");

    private Programs() {}

    /** The path of a program of openssh-server, openssh-client or the system. */
    public static String find(String name) {
        List<String> folders = new ArrayList<>(List.of(System.getenv("PATH").split(":")));
        folders.addAll(OUTSIDE_PATH);
        return folders.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "the program " + name + " is missing; please install openssh-server and openssh-client"));
    }

    /** Runs a program, and returns what it printed. */
    public static String run(String... command) throws IOException, InterruptedException {
        List<String> words = Stream.concat(
                        Stream.of(find(command[0])), Stream.of(command).skip(1))
                .toList();
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", words) + " failed: " + output);
        }
        return output;
    }

    /** Stops programs without their noticing, or lets them go on. */
    public static void signal(String signal, Stream<ProcessHandle> processes) throws IOException, InterruptedException {
        for (ProcessHandle process : processes.toList()) {
            run("kill", "-" + signal, String.valueOf(process.pid()));
        }
    }
}

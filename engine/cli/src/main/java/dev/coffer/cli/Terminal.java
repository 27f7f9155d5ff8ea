package dev.coffer.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Which of the standard streams are a terminal, and how wide it is.
 *
 * @param in whether somebody can be asked something
 * @param out whether results go to a screen
 * @param err whether messages go to a screen
 * @param columns width of the screen
 */
record Terminal(boolean in, boolean out, boolean err, int columns) {

    private static final int USUAL_COLUMNS = 80;
    private static final File DEVICE = new File("/dev/tty");

    /** There is none. */
    static final Terminal NONE = new Terminal(false, false, false, USUAL_COLUMNS);

    static Terminal ofProcess() {
        boolean out = isTerminal(1);
        return new Terminal(isTerminal(0), out, isTerminal(2), out ? measure() : USUAL_COLUMNS);
    }

    /** The JDK tells only of all streams together, the kernel of each. */
    private static boolean isTerminal(int descriptor) {
        try {
            String file = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException _) {
            return console().isPresent();
        }
    }

    /** The JDK's view: present if both standard input and output are a terminal. */
    static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    private static int measure() {
        String[] size = stty("size").strip().split(" ");
        try {
            int columns = size.length == 2 ? Integer.parseInt(size[1]) : 0;
            return columns > 0 ? columns : USUAL_COLUMNS;
        } catch (NumberFormatException _) {
            return USUAL_COLUMNS;
        }
    }

    /** Asks or sets the state of the terminal; the answer is empty where that is not possible. */
    static String stty(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "stty";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(DEVICE)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            process.waitFor(1, TimeUnit.SECONDS);
            return answer;
        } catch (IOException _) {
            return "";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}

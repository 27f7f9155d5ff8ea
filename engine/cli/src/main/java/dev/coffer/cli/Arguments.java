package dev.coffer.cli;

import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments of the program as they really are, brought into the form that picocli reads. */
final class Arguments {

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final Pattern VERBOSE = Pattern.compile("(?:--verbose|-v)=([0-9])");

    private Arguments() {}

    /**
     * Undoes the JVM's decoding, which loses bytes that the locale does not know: the kernel has kept them.
     *
     * @param decoded by the JVM
     * @return the same number of arguments, see {@link NativeString}
     */
    static List<String> ofProcess(String[] decoded) {
        if (Arrays.stream(decoded).allMatch(Arguments::isAscii)) {
            return List.of(decoded);
        }
        try {
            return restore(decoded, Files.readAllBytes(COMMAND_LINE));
        } catch (IOException _) {
            return List.of(decoded);
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** @param commandLine what the kernel tells: the JVM's own arguments, then the program's, each followed by a zero */
    static List<String> restore(String[] decoded, byte[] commandLine) {
        List<String> all = split(commandLine);
        if (all.size() < decoded.length) {
            return List.of(decoded);
        }
        List<String> last = all.subList(all.size() - decoded.length, all.size());
        for (int i = 0; i < decoded.length; i++) {
            if (isAscii(decoded[i]) && !decoded[i].equals(last.get(i))) {
                return List.of(decoded);
            }
        }
        return List.copyOf(last);
    }

    private static List<String> split(byte[] commandLine) {
        List<String> arguments = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < commandLine.length; i++) {
            if (commandLine[i] == 0) {
                arguments.add(NativeString.decode(commandLine, start, i - start));
                start = i + 1;
            }
        }
        return arguments;
    }

    /** Writes {@code --verbose=2} as two flags: picocli's flags do not count. */
    static String[] normalize(List<String> arguments) {
        List<String> normal = new ArrayList<>();
        boolean options = true;
        for (String argument : arguments) {
            options &= !argument.equals("--");
            Matcher verbose = VERBOSE.matcher(argument);
            if (options && verbose.matches()) {
                normal.addAll(Collections.nCopies(Integer.parseInt(verbose.group(1)), "--verbose"));
            } else {
                normal.add(argument);
            }
        }
        return normal.toArray(String[]::new);
    }
}

package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each parser in a process of the fuzzer, which looks for input that takes new ways through the code. System property
 * {@code fuzz.seconds} says for how long, {@code fuzz.corpus} where to keep what it finds interesting.
 */
@Tag("fuzz")
class CoverageGuidedFuzzTest {

    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");

    /** How many branches it has seen; very few means that it sees none of ours. */
    private static final Pattern COVERED = Pattern.compile("cov: (\\d+)");

    private static final int FEW = 10;

    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx512m",
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    @TempDir
    private Path folder;

    private static Map<FuzzedParser, List<byte[]>> seeds;

    @BeforeAll
    static void readSeeds() throws IOException {
        seeds = FuzzSeeds.all();
    }

    @ParameterizedTest
    @EnumSource
    void no_input_makes_a_parser_fail_take_too_much_memory_or_hang(FuzzedParser parser) throws Exception {
        Path log = folder.resolve("log");
        int exitCode = new ProcessBuilder(command(parser))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String told = Files.readString(log, StandardCharsets.ISO_8859_1);
        assertThat(exitCode).as(told).isZero();
        Matcher done = DONE.matcher(told);
        assertThat(done.find()).as(told).isTrue();
        int covered = COVERED.matcher(told)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
        assertThat(covered).as(told).isGreaterThan(FEW);
        System.out.println("Fuzzed " + parser + ": " + done.group(1) + " executions in " + done.group(2) + " seconds, "
                + covered + " branches");
    }

    private List<String> command(FuzzedParser parser) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("com.code_intelligence.jazzer.Jazzer");
        command.add("--target_class=" + ParserFuzzTarget.class.getName());
        command.add("--target_args=" + parser);
        command.add("--instrumentation_includes=dev.coffer.**");
        command.add("--custom_hook_includes=dev.coffer.**");
        command.add("-max_total_time=" + Integer.getInteger("fuzz.seconds", 5));
        command.add("-timeout=10");
        command.add("-max_len=65536");
        command.add(
                "-artifact_prefix=" + Files.createDirectories(Path.of("target/fuzz")) + File.separator + parser + "-");
        command.add(corpus(parser).toString());
        return command;
    }

    private Path corpus(FuzzedParser parser) throws IOException {
        Path root = Path.of(System.getProperty("fuzz.corpus", folder.toString()));
        Path corpus = Files.createDirectories(root.resolve(parser.name()));
        int number = 0;
        for (byte[] seed : seeds.get(parser)) {
            Files.write(corpus.resolve("seed-" + number++), seed);
        }
        return corpus;
    }
}

package dev.coffer.cli;

import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Completion of commands and long options for PowerShell. Where neither fits, PowerShell itself completes file names. */
final class PowerShellCompletion {

    private static final String BEGINNING = """
            # Completion of commands and options of coffer for PowerShell.
            Register-ArgumentCompleter -Native -CommandName coffer -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
            """;

    /** What was typed before the cursor leads to a command, and that to the tables of what may follow. */
    private static final String END = """
                $path = ''
                foreach ($element in $commandAst.CommandElements) {
                    if ($element.Extent.EndOffset -ge $cursorPosition) { break }
                    $longer = "$path $element".Trim()
                    if ($options.ContainsKey($longer)) { $path = $longer }
                }
                $tables = @($commands[$path])
                if ($wordToComplete.StartsWith('-')) {
                    $tables = @($options[$path])
                    if ($path) { $tables += $options[''] }
                }
                foreach ($table in $tables) {
                    foreach ($entry in $table.GetEnumerator()) {
                        if ($entry.Key.StartsWith($wordToComplete, 'Ordinal')) {
                            [System.Management.Automation.CompletionResult]::new(
                                $entry.Key, $entry.Key, 'ParameterValue', $entry.Value)
                        }
                    }
                }
            }
            """;

    /** By names of commands, such as {@code key add}; the program's own is empty. */
    private final Map<String, SequencedMap<String, String>> commands = new TreeMap<>();

    private final Map<String, SequencedMap<String, String>> options = new TreeMap<>();

    private PowerShellCompletion() {}

    static String of(CommandLine program) {
        PowerShellCompletion completion = new PowerShellCompletion();
        completion.add("", program);
        return BEGINNING + tables("commands", completion.commands) + tables("options", completion.options) + END;
    }

    private void add(String path, CommandLine command) {
        SequencedMap<String, String> inner = new TreeMap<>();
        command.getSubcommands().forEach((name, child) -> {
            inner.put(name, UsageText.summary(child.getCommandSpec()));
            add((path + " " + name).strip(), child);
        });
        commands.put(path, inner);
        options.put(path, longOptions(command));
    }

    private static SequencedMap<String, String> longOptions(CommandLine command) {
        SequencedMap<String, String> descriptions = new TreeMap<>();
        for (OptionSpec option : UsageText.ownOptions(command.getCommandSpec())) {
            Stream.of(option.names())
                    .filter(name -> name.startsWith("--"))
                    .forEach(name -> descriptions.put(name, UsageText.description(option)));
        }
        return descriptions;
    }

    private static String tables(String variable, Map<String, SequencedMap<String, String>> tables) {
        return tables.entrySet().stream()
                .map(table -> "        " + quote(table.getKey()) + " = [ordered]@{\n" + lines(table.getValue())
                        + "        }\n")
                .collect(Collectors.joining("", "    $" + variable + " = @{\n", "    }\n"));
    }

    private static String lines(Map<String, String> table) {
        return table.entrySet().stream()
                .map(entry -> "            " + quote(entry.getKey()) + " = " + quote(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /** PowerShell takes typographic quotation marks for the plain one. */
    private static String quote(String text) {
        return "'" + text.replaceAll("['\u2018-\u201b]", "$0$0") + "'";
    }
}

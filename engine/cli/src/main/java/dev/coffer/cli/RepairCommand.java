package dev.coffer.cli;

import picocli.CommandLine.Command;

/** The commands for damaged repositories. */
@Command(name = "repair", description = "Make the best of a damaged repository.")
final class RepairCommand extends CommandGroup {}

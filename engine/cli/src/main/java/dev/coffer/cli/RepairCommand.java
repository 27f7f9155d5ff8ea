package dev.coffer.cli;

import picocli.CommandLine.Command;

/** The commands that make the best of damage. */
@Command(name = "repair", description = "Make the best of a damaged repository.")
final class RepairCommand extends CommandGroup {}

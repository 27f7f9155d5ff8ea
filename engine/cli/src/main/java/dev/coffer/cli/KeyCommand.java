package dev.coffer.cli;

import picocli.CommandLine.Command;

/** The commands about keys. */
@Command(name = "key", description = "Manage the passwords of a repository.")
final class KeyCommand extends CommandGroup {}

package dev.coffer.operator.agent.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Flags that Functions written for Stash pass on. They are taken and have no effect: what they say is read from the objects
 * themselves, where it cannot be out of date, and nothing is lost in commas.
 */
final class LegacyFlags {

    @Option(
            names = {
                "--provider",
                "--bucket",
                "--endpoint",
                "--insecure-tls",
                "--region",
                "--path",
                "--max-connections",
                "--storage-secret-name",
                "--storage-secret-namespace",
                "--hostname",
                "--source-hostname",
                "--backup-paths",
                "--restore-paths",
                "--exclude",
                "--include",
                "--args",
                "--snapshots",
                "--retention-keep-last",
                "--retention-keep-hourly",
                "--retention-keep-daily",
                "--retention-keep-weekly",
                "--retention-keep-monthly",
                "--retention-keep-yearly",
                "--retention-keep-tags",
                "--retention-prune",
                "--retention-dry-run",
                "--metrics-enabled",
                "--metrics-pushgateway-url",
                "--license-apiservice"
            },
            hidden = true)
    List<String> values = new ArrayList<>();
}

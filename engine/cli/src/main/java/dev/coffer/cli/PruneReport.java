package dev.coffer.cli;

import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.prune.PackAction;
import dev.coffer.engine.prune.PackReason;
import dev.coffer.engine.prune.PlannedPack;
import dev.coffer.engine.prune.PrunePlan;
import dev.coffer.engine.prune.PruneStatistics;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Tells what {@code prune} does with packs, and why: with all for the same reason at once, and with {@code -v} with each. */
final class PruneReport {

    private final Session session;
    private final boolean dryRun;

    PruneReport(Session session, boolean dryRun) {
        this.session = session;
        this.dryRun = dryRun;
    }

    void planned(PrunePlan plan) throws IOException {
        boolean each = session.options().output.verbosity() > 0;
        if (session.json()) {
            write(plan, each);
        } else if (!session.options().output.quiet()) {
            if (each) {
                session.output().lines(eachPack(plan));
                session.output().line("");
            }
            session.output().lines(byReason(plan));
            session.output().line("");
            conclude(plan.statistics());
        }
    }

    private void write(PrunePlan plan, boolean each) throws IOException {
        if (each) {
            for (PlannedPack pack : plan.packs()) {
                session.output().line(json(pack));
            }
        }
        session.output().line(plan.statistics().toJson());
    }

    private static String json(PlannedPack pack) {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("message_type").value("pack");
        json.name("id").value(pack.pack().toString());
        json.name("action").value(pack.action().name().toLowerCase(Locale.ROOT));
        json.name("reason").value(pack.reason().name().toLowerCase(Locale.ROOT));
        json.name("size").value(pack.size());
        json.name("used_bytes").value(pack.usage().used().bytes());
        json.name("unused_bytes").value(pack.usage().surplus().bytes());
        return json.endObject().toString();
    }

    private static List<String> eachPack(PrunePlan plan) {
        Table table = new Table("Pack", "Size", "Not needed", "Action", "Why");
        plan.packs().stream()
                .sorted(Comparator.comparing(PlannedPack::reason).thenComparing(PlannedPack::pack))
                .forEach(pack -> table.row(
                        pack.pack().shortHex(),
                        Texts.bytes(pack.size()),
                        Texts.bytes(surplus(pack)),
                        action(pack.action()),
                        why(pack.reason())));
        return table.lines();
    }

    private static List<String> byReason(PrunePlan plan) {
        Table table = new Table("Packs", "Size", "Not needed", "Action", "Why");
        for (PackReason reason : PackReason.values()) {
            List<PlannedPack> packs = plan.packs().stream()
                    .filter(pack -> pack.reason() == reason)
                    .toList();
            if (!packs.isEmpty()) {
                table.row(
                        Integer.toString(packs.size()),
                        Texts.bytes(packs.stream().mapToLong(PlannedPack::size).sum()),
                        Texts.bytes(
                                packs.stream().mapToLong(PruneReport::surplus).sum()),
                        action(reason.action()),
                        why(reason));
            }
        }
        return table.lines();
    }

    /** Of a pack that goes as a whole, all of it; of a missing one, nothing that could be freed. */
    private static long surplus(PlannedPack pack) {
        return switch (pack.action()) {
            case KEEP, REPACK -> pack.usage().surplus().bytes();
            case REMOVE, REMOVE_UNINDEXED, DROP_FROM_INDEX -> pack.size();
        };
    }

    private static String action(PackAction action) {
        return switch (action) {
            case KEEP -> "keep";
            case REPACK -> "repack";
            case REMOVE, REMOVE_UNINDEXED -> "remove";
            case DROP_FROM_INDEX -> "drop";
        };
    }

    private static String why(PackReason reason) {
        return switch (reason) {
            case FULLY_USED -> "all of it is needed";
            case NOT_CACHEABLE -> "data only (--repack-cacheable-only)";
            case FEW_SMALL -> "small, but too few others are";
            case TOLERATED -> "partly needed; what is not is little enough (--max-unused)";
            case REPACK_LIMIT -> "enough is repacked already (--max-repack-size)";
            case MIXED -> "trees and data in one pack";
            case UNCOMPRESSED -> "not compressed yet";
            case PARTLY_USED -> "partly needed";
            case SMALL -> "small, as are many others";
            case UNUSED -> "not needed";
            case NOT_INDEXED -> "in no index: a leftover of an interrupted run";
            case MISSING -> "not there, and not needed";
        };
    }

    private void conclude(PruneStatistics statistics) throws IOException {
        session.output()
                .line((dryRun ? "Would free " : "To be freed: ")
                        + Texts.bytes(statistics.totalRemoved().bytes()) + " of "
                        + Texts.bytes(statistics.total().bytes()) + ". Of the "
                        + Texts.bytes(statistics.remaining().bytes()) + " that remain, "
                        + Texts.bytes(statistics.remainingUnusedBytes()) + " are not needed ("
                        + Texts.percent(
                                statistics.remainingUnusedBytes(),
                                statistics.remaining().bytes())
                        + ").");
        if (statistics.uncompressedBytes() > 0) {
            session.output()
                    .line(Texts.bytes(statistics.uncompressedBytes())
                            + " are not compressed; --repack-uncompressed changes that.");
        }
    }
}

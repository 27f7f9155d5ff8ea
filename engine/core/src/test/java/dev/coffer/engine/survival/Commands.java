package dev.coffer.engine.survival;

import dev.coffer.backend.Backend;
import dev.coffer.engine.errors.RepositoryException.RepositoryExists;
import dev.coffer.engine.repository.Password;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryConfig;
import dev.coffer.engine.repository.RepositoryLock.Kind;
import dev.coffer.engine.repository.RepositoryOptions;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.survival.Command.Effect;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** All commands that open a repository. */
final class Commands {

    private Commands() {}

    static List<Command> all() {
        return List.of(
                INIT,
                Command.of("backup", Effect.KEEPING, World::repository, Kind.SHARED, Works::backUp, Outcomes::backedUp),
                Command.of("tag", Effect.KEEPING, World::repository, Kind.EXCLUSIVE, Works::tag, Outcomes::tagged),
                Command.of(
                        "forget",
                        Effect.REMOVING,
                        World::repository,
                        Kind.EXCLUSIVE,
                        Works::forget,
                        Outcomes::forgotten),
                Command.of("prune", Effect.KEEPING, World::repository, Kind.EXCLUSIVE, Works::prune, Outcomes::pruned),
                Command.of(
                        "forget --prune",
                        Effect.REMOVING,
                        World::repository,
                        Kind.EXCLUSIVE,
                        Works::forgetAndPrune,
                        Outcomes::pruned),
                TWO_PHASES,
                Command.of(
                        "rewrite",
                        Effect.KEEPING,
                        World::repository,
                        Kind.EXCLUSIVE,
                        Works::rewrite,
                        Outcomes::rewritten),
                Command.of(
                        "copy", Effect.KEEPING, World::emptyRepository, Kind.SHARED, Works::copyTo, Outcomes::copied),
                Command.reading("copy --from-repo", Readings::copyFrom),
                Command.of(
                        "recover",
                        Effect.KEEPING,
                        World::repository,
                        Kind.EXCLUSIVE,
                        Works::recover,
                        Outcomes::recovered),
                Command.of(
                        "migrate",
                        Effect.KEEPING,
                        World::oldRepository,
                        Kind.EXCLUSIVE,
                        Works::upgrade,
                        Outcomes::upgraded),
                Command.of(
                        "repair index",
                        Effect.MENDING,
                        World::withDamagedIndex,
                        Kind.EXCLUSIVE,
                        Mending::repairIndex,
                        Outcomes::nothing),
                Command.of(
                        "repair packs",
                        Effect.MENDING,
                        World::withDamagedPack,
                        Kind.EXCLUSIVE,
                        Mending::repairPack,
                        Outcomes::nothing),
                Command.of(
                        "repair snapshots",
                        Effect.MENDING,
                        World::withLostContent,
                        Kind.EXCLUSIVE,
                        Mending::repairSnapshots,
                        Outcomes::nothing),
                Command.of(
                        "key add", Effect.KEEPING, World::repository, Kind.SHARED, Works::addKey, Outcomes::keyAdded),
                Command.of(
                        "key passwd",
                        Effect.KEEPING,
                        World::repository,
                        Kind.EXCLUSIVE,
                        Works::changePassword,
                        Outcomes::passwordChanged),
                Command.of(
                        "key remove",
                        Effect.KEEPING,
                        World::withOtherKey,
                        Kind.EXCLUSIVE,
                        Works::removeOtherKey,
                        Outcomes::onlyOneKey),
                UNLOCK,
                Command.reading("check", Readings::check),
                Command.reading("restore", Readings::restore),
                Command.reading("dump", Readings::dump),
                Command.reading("ls", Readings::list),
                Command.reading("diff", Readings::compare),
                Command.reading("stats", Readings::count),
                Command.reading("find", Readings::find),
                Command.reading("snapshots", Readings::listSnapshots),
                Command.reading("key list", Readings::listKeys),
                Command.reading("mount", Readings::mount));
    }

    private static final Command INIT = new Command(
            "init",
            Effect.KEEPING,
            World::nothing,
            Commands::init,
            Optional.empty(),
            Outcomes::nothing,
            Outcomes::nothing);

    private static final Command TWO_PHASES = new Command(
            "prune --two-phase",
            Effect.KEEPING,
            World::repository,
            World::open,
            Optional.empty(),
            Works::pruneInTwoPhases,
            Outcomes::nothingToPrune);

    private static final Command UNLOCK = new Command(
            "unlock",
            Effect.KEEPING,
            World::withStaleLock,
            World::open,
            Optional.empty(),
            (repository, _) -> repository.locks().removeAll(),
            Outcomes::unlocked);

    /** Where the answer was lost the last time, there is one already. */
    private static Repository init(Backend store, RepositoryOptions options) throws IOException {
        try {
            Password password = Password.of(TestRepositories.PASSWORD);
            return Repository.init(store, password, RepositoryConfig.LATEST_VERSION, Optional.empty(), options);
        } catch (RepositoryExists _) {
            return World.open(store, options);
        }
    }
}

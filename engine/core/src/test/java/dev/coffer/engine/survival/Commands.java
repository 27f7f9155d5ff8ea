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
                Command.of(
                        "rewrite",
                        Effect.KEEPING,
                        World::repository,
                        Kind.EXCLUSIVE,
                        Works::rewrite,
                        Outcomes::rewritten),
                Command.of(
                        "copy", Effect.KEEPING, World::emptyRepository, Kind.SHARED, Works::copyTo, Outcomes::copied),
                Command.reading("copy --from-repo", Works::copyFrom),
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
                        Works::repairIndex,
                        Outcomes::nothing),
                Command.of(
                        "repair packs",
                        Effect.MENDING,
                        World::withDamagedPack,
                        Kind.EXCLUSIVE,
                        Works::repairPack,
                        Outcomes::nothing),
                Command.of(
                        "repair snapshots",
                        Effect.MENDING,
                        World::withLostContent,
                        Kind.EXCLUSIVE,
                        Works::repairSnapshots,
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
                Command.reading("check", Works::check),
                Command.reading("restore", Works::restore),
                Command.reading("dump", Works::dump),
                Command.reading("ls", Works::list),
                Command.reading("diff", Works::compare),
                Command.reading("stats", Works::count));
    }

    private static final Command INIT = new Command(
            "init",
            Effect.KEEPING,
            World::nothing,
            Commands::init,
            Optional.empty(),
            Outcomes::nothing,
            Outcomes::nothing);

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

package dev.coffer.cli;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.backend.Handle;
import dev.coffer.backend.wrap.DryRunBackend;
import dev.coffer.chunker.Polynomial;
import dev.coffer.engine.errors.RepositoryException.RepositoryNotFound;
import dev.coffer.engine.errors.RepositoryException.WrongPassword;
import dev.coffer.engine.repository.Password;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryConfig;
import dev.coffer.engine.repository.RepositoryOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Opens the repository that the options name, or makes it. */
final class RepositoryAccess {

    private static final int TRIES_TO_TYPE = 3;

    private final Environment environment;
    private final GlobalOptions options;
    private final Output output;
    private final PasswordReader passwords;
    private final Terminal terminal;
    private final Stores stores;

    RepositoryAccess(Surroundings surroundings, GlobalOptions options, Output output, PasswordReader passwords) {
        this.environment = surroundings.environment();
        this.terminal = surroundings.terminal();
        this.options = options;
        this.output = output;
        this.passwords = passwords;
        this.stores = new Stores(environment, options, output);
    }

    /**
     * Opens a repository that exists.
     *
     * @throws RepositoryNotFound if it does not
     */
    Repository open() throws IOException {
        return open(UnaryOperator.identity());
    }

    /** As {@link #open()}, with the settings of the options changed. */
    Repository open(UnaryOperator<RepositoryOptions> change) throws IOException {
        Choice choice = choose();
        for (int attempt = 1; ; attempt++) {
            try {
                return open(choice, change);
            } catch (WrongPassword e) {
                if (!typed(choice) || attempt == TRIES_TO_TYPE) {
                    throw e;
                }
                output.message("Wrong password, please try again.");
            }
        }
    }

    /** As {@link #open()}, but nothing that is saved or removed reaches the store. */
    Repository openPretending() throws IOException {
        return open(RepositoryAccess::pretending);
    }

    /** In front of the cache, which must not keep what was never stored. */
    private static RepositoryOptions pretending(RepositoryOptions settings) {
        return settings.withCache(
                (store, id) -> new DryRunBackend(settings.cache().apply(store, id)));
    }

    /** As {@link #open}, but makes the user's default repository if it was not named and does not exist yet. */
    Repository openOrCreate() throws IOException {
        Choice choice = choose();
        if (choice.fallback().isEmpty() || exists(choice)) {
            return open();
        }
        return init(RepositoryConfig.LATEST_VERSION, Optional.empty());
    }

    /** Makes a repository and opens it. */
    Repository init(int version, Optional<Polynomial> polynomial) throws IOException {
        Choice choice = choose();
        if (choice.fallback().isPresent() && choice.ownKey() && !exists(choice)) {
            output.message(choice.fallback().get().announcement());
            choice.fallback().get().createKey();
        }
        RepositoryOptions settings = stores.settings();
        Backend backend = stores.create(choice.location());
        try (Password password =
                choice.ownKey() ? choice.fallback().orElseThrow().key() : passwords.readNew(choice.password())) {
            return opened(Repository.init(backend, password, version, polynomial, settings));
        }
    }

    /** Opens a second repository. */
    Repository openOther(FromOptions from) throws IOException {
        Backend backend = openOther(from.location(environment));
        try (Password password = passwords.read(from.password(environment))) {
            return opened(Repository.open(backend, password, from.keyHint(environment), stores.settings()));
        }
    }

    /** Whose key has just been derived. */
    private static Repository opened(Repository repository) {
        HeapPacer.forget();
        return repository;
    }

    private Backend openOther(String location) throws IOException {
        try {
            return stores.open(location);
        } catch (BackendException.Missing e) {
            throw new RepositoryNotFound(
                    "There is no repository at " + BackendRegistry.display(location) + ". Check --from-repo.", e);
        }
    }

    /** Where the repository is, for people. */
    String location() throws IOException {
        return BackendRegistry.display(choose().location());
    }

    /**
     * What was chosen.
     *
     * @param fallback the default repository, if no location was given
     */
    private record Choice(String location, PasswordSource password, Optional<DefaultRepository> fallback) {

        /** Whether the password is in the default repository's key file. */
        boolean ownKey() {
            return fallback.isPresent() && password instanceof PasswordSource.Prompt;
        }
    }

    private Choice choose() throws IOException {
        PasswordSource password = options.password.source(environment);
        Optional<String> location = options.location.location(environment);
        if (location.isPresent()) {
            return new Choice(location.get(), password, Optional.empty());
        }
        DefaultRepository fallback = DefaultRepository.of(environment);
        return new Choice(fallback.location(), password, Optional.of(fallback));
    }

    private boolean typed(Choice choice) {
        return terminal.in() && choice.password() instanceof PasswordSource.Prompt && !choice.ownKey();
    }

    private Repository open(Choice choice, UnaryOperator<RepositoryOptions> change) throws IOException {
        RepositoryOptions settings = change.apply(stores.settings());
        Backend backend = openStore(choice);
        boolean handedOver = false;
        try (Password password = password(choice, backend)) {
            handedOver = true;
            return opened(Repository.open(backend, password, options.password.keyHint(environment), settings));
        } finally {
            if (!handedOver) {
                backend.close();
            }
        }
    }

    /** Nobody should be asked for the password of a repository that does not exist. */
    private Password password(Choice choice, Backend backend) throws IOException {
        if (choice.password() instanceof PasswordSource.Prompt) {
            requireConfig(choice, backend);
        }
        return choice.ownKey() ? choice.fallback().orElseThrow().key() : passwords.read(choice.password());
    }

    private boolean exists(Choice choice) throws IOException {
        try (Backend backend = openStore(choice)) {
            requireConfig(choice, backend);
            return true;
        } catch (RepositoryNotFound _) {
            return false;
        }
    }

    private Backend openStore(Choice choice) throws IOException {
        try {
            return stores.open(choice.location());
        } catch (BackendException.Missing e) {
            throw notFound(choice, e);
        }
    }

    private void requireConfig(Choice choice, Backend backend) throws IOException {
        try {
            stores.patient(backend).stat(Handle.CONFIG);
        } catch (BackendException.Missing e) {
            throw notFound(choice, e);
        }
    }

    private static RepositoryNotFound notFound(Choice choice, BackendException.Missing cause) {
        String place = BackendRegistry.display(choice.location());
        return new RepositoryNotFound(
                choice.fallback().isPresent()
                        ? "No repository was named, and your own one at " + place
                                + " does not exist yet. Run `coffer backup` first, or give --repo LOCATION."
                        : "There is no repository at " + place
                                + ". Check the location, or run `coffer init` to make one.",
                cause);
    }
}

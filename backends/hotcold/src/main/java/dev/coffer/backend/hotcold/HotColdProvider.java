package dev.coffer.backend.hotcold;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendProvider;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.backend.wrap.HotColdBackend;
import java.io.IOException;
import java.util.Set;

/**
 * Opens repositories in two stores, {@code hotcold:HOT,COLD}: the first comma parts two locations of any other kind. What only one
 * of them is to know is set apart by a prefix, see {@link HotOptions}.
 */
public final class HotColdProvider implements BackendProvider {

    private static final String SCHEME = "hotcold";

    @Override
    public Set<String> schemes() {
        return Set.of(SCHEME);
    }

    @Override
    public Backend create(BackendLocation location, BackendOptions options) throws IOException {
        return join(location, options, BackendRegistry.installed()::create);
    }

    @Override
    public Backend open(BackendLocation location, BackendOptions options) throws IOException {
        return join(location, options, BackendRegistry.installed()::open);
    }

    /** {@link BackendRegistry#open} or {@link BackendRegistry#create}. */
    private interface Opening {
        Backend at(String location, BackendOptions options) throws IOException;
    }

    private static Backend join(BackendLocation location, BackendOptions options, Opening opening) throws IOException {
        HotColdLocation both = HotColdLocation.parse(location.path());
        Backend cold = opening.at(both.cold(), options);
        try {
            return new HotColdBackend(openHot(both.hot(), options, opening), cold);
        } catch (IOException | RuntimeException e) {
            cold.close();
            throw e;
        }
    }

    private static Backend openHot(String location, BackendOptions options, Opening opening) throws IOException {
        try {
            return opening.at(location, HotOptions.of(options));
        } catch (BackendException.Missing e) {
            throw new BackendException.Missing(
                    "the hot part of the repository does not exist (" + e.getMessage()
                            + "). If it was lost, make an empty folder or bucket of that name: it fills by itself",
                    e);
        }
    }
}

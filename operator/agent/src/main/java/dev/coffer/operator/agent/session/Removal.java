package dev.coffer.operator.agent.session;

import static dev.coffer.operator.api.condition.ConditionType.WIPED_OUT;

import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.operator.agent.access.AccessFailures;
import dev.coffer.operator.agent.access.RepositoryAccess;
import dev.coffer.operator.agent.access.Storage;
import dev.coffer.operator.agent.maintenance.WipeOut;
import dev.coffer.operator.agent.status.RepositoryReport;
import dev.coffer.operator.api.RepositoryRef;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.repository.Repository;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what is stored for a Repository that is being removed, and says in its status how that went. */
public final class Removal {

    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

    private final Workplace place;
    private final String namespace;
    private final String name;

    /** @param name of the Repository */
    public Removal(Workplace place, String namespace, String name) {
        this.place = place;
        this.namespace = namespace;
        this.name = name;
    }

    /**
     * Removes it, and reports.
     *
     * @throws IOException if the Repository does not ask for that, or nothing could be reported
     */
    public void run() throws IOException {
        Repository repository = place.cluster().repository(new RepositoryRef(name, namespace), namespace);
        boolean wanted = repository.getMetadata().getDeletionTimestamp() != null
                && Boolean.TRUE.equals(repository.getSpec().wipeOut());
        if (!wanted) {
            throw new BadRequest("Repository " + namespace + "/" + name
                    + " is not being removed, or has no wipeOut: true. What it stores was left alone.");
        }
        try {
            report(repository, ConditionStatus.TRUE, wipeOut(repository));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            report(
                    repository,
                    ConditionStatus.FALSE,
                    FailureText.of(e)
                            + " It is tried again. Or set spec.wipeOut to false: then the Repository goes, and what is"
                            + " stored stays.");
        }
    }

    private String wipeOut(Repository repository) throws IOException {
        Storage storage = place.cluster().storage(repository, place.settings().environment());
        RepositoryAccess access = place.access(storage, Optional.empty());
        try {
            long files = new WipeOut(access, place.locking()).run();
            return files == 0
                    ? "There was no repository at " + access.place()
                    : "The repository at " + access.place() + " was removed, " + files + " files";
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(AccessFailures.explain(e, storage), e);
        }
    }

    private void report(Repository repository, ConditionStatus value, String message) {
        LOG.info("{}", message);
        new RepositoryReport(place.client())
                .condition(
                        repository,
                        WIPED_OUT.is(value, message, place.settings().clock().instant()));
    }
}

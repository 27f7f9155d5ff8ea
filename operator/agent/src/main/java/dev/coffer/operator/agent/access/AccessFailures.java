package dev.coffer.operator.agent.access;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendException.Denied;
import dev.coffer.backend.BackendException.Full;
import dev.coffer.backend.BackendException.Transient;
import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.errors.RepositoryException.RepositoryLocked;
import dev.coffer.engine.errors.RepositoryException.RepositoryNotFound;
import dev.coffer.engine.errors.RepositoryException.WrongPassword;
import java.io.IOException;

/** Says in a status why work on a repository has failed, and what to do in terms of the cluster. */
public final class AccessFailures {

    private AccessFailures() {}

    /** What to tell the user, who knows the Repository and its Secret, not the command line. */
    public static String explain(IOException failure, Storage storage) {
        return switch (failure) {
            case WrongPassword _ ->
                "The password in Secret " + storage.secret() + " (key " + Storage.PASSWORD + ") opens no key of the"
                        + " repository that is at " + storage.location()
                        + ". Put the right one there, or choose another"
                        + " place for Repository " + storage.name() + ".";
            case RepositoryNotFound _ ->
                "There is no repository at " + storage.location() + ". Check Repository " + storage.name()
                        + ": a restore needs one that holds backups.";
            case RepositoryLocked e ->
                "The repository is in use by somebody else: " + FailureText.of(e)
                        + " If nobody uses it, remove the lock with `coffer unlock`.";
            case BackendException e -> explain(e, storage);
            default -> FailureText.of(failure);
        };
    }

    private static String explain(BackendException failure, Storage storage) {
        String reason = FailureText.of(failure);
        return switch (failure) {
            case Denied _ ->
                "The store at " + storage.location() + " refuses access: " + reason + ". " + whatPermits(storage) + ".";
            case Full _ -> "The store at " + storage.location() + " is full: " + reason + ". Make room, and try again.";
            case Transient _ ->
                "The store at " + storage.location() + " cannot be reached: " + reason
                        + ". Check the address in Repository " + storage.name() + " and the network.";
            case BackendException.Missing _, BackendException.Rejected _, BackendException.Truncated _ ->
                "The store at " + storage.location() + " does not do what was asked: " + reason + ". Check Repository "
                        + storage.name() + ".";
        };
    }

    private static String whatPermits(Storage storage) {
        return storage.isVolume()
                ? "Let the user of the pod write to that volume: spec.runtimeSettings.pod.securityContext has runAsUser and"
                        + " fsGroup"
                : "Check the credentials in Secret " + storage.secret() + " and what they permit";
    }
}

package dev.coffer.cli;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds files of a repository by what people call them. */
final class ObjectNames {

    private ObjectNames() {}

    /**
     * The only id that begins like this.
     *
     * @throws BadRequest if there is none, or more than one
     */
    static ObjectId find(FileType type, String prefix, Collection<ObjectId> ids) throws BadRequest {
        String kind = type.name().toLowerCase(Locale.ROOT);
        List<ObjectId> found = ObjectId.withPrefix(prefix, ids);
        if (found.isEmpty()) {
            throw new BadRequest("There is no " + kind + " with an id that begins with '" + prefix + "'.");
        }
        if (found.size() > 1) {
            throw new BadRequest(
                    found.size() + " ids of a " + kind + " begin with '" + prefix + "'; give more of the digits.");
        }
        return found.getFirst();
    }
}

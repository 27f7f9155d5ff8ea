package dev.coffer.engine.check;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.text.NativeString;
import java.util.List;
import java.util.stream.Collectors;

/** One thing a check has found. The message names the object and, where there is one, the next step. */
public sealed interface Finding {

    String message();

    /** Something is lost, or was found not to be what it should be. */
    sealed interface Damage extends Finding {}

    /** Untidy but harmless. */
    sealed interface Hint extends Finding {}

    /** An index file cannot be read. */
    record IndexDamaged(ObjectId index, String reason) implements Damage {
        @Override
        public String message() {
            return "index " + index + " cannot be used: " + reason
                    + " `coffer repair index` makes a new one from the packs.";
        }
    }

    /** The index lists a pack that is not there. */
    record PackMissing(ObjectId pack) implements Damage {
        @Override
        public String message() {
            return "pack " + pack + ": does not exist. Restore the file if there is a copy of the repository;"
                    + " otherwise `coffer repair index` and `coffer repair snapshots` drop what was in it.";
        }
    }

    /** A pack file has not the size that its blobs take. */
    record PackSizeWrong(ObjectId pack, long expected, long actual) implements Damage {
        @Override
        public String message() {
            return "pack " + pack + ": unexpected file size: " + actual + " bytes instead of " + expected
                    + ". `coffer repair packs " + pack + "` saves what is left of it.";
        }
    }

    /** A snapshot file cannot be read. */
    record SnapshotDamaged(ObjectId snapshot, String reason) implements Damage {
        @Override
        public String message() {
            return "snapshot " + snapshot + " cannot be used: " + reason
                    + " Restore the file from a copy of the repository, or remove it with `forget`.";
        }
    }

    /** A snapshot cannot be loaded; whether it is sound is not known. */
    record SnapshotUnreadable(ObjectId snapshot, String reason) implements Damage {
        @Override
        public String message() {
            return "snapshot " + snapshot + " could not be read: " + reason;
        }
    }

    /** A directory cannot be read, or not everything in it is there. */
    record TreeDamaged(ObjectId tree, List<TreeProblem> problems) implements Damage {
        @Override
        public String message() {
            return "error for tree " + tree.shortHex() + ":\n"
                    + problems.stream().map(problem -> "  " + problem.message()).collect(Collectors.joining("\n"));
        }
    }

    /** The bytes of a pack are not those once stored, or cannot be loaded. */
    record PackDamaged(ObjectId pack, List<PackProblem> problems) implements Damage {
        @Override
        public String message() {
            return "pack " + pack + " contains " + problems.size() + " errors:\n"
                    + problems.stream().map(problem -> "  " + problem.message()).collect(Collectors.joining("\n"));
        }
    }

    /** A pack cannot be loaded as a whole; whether its bytes are sound is not known. */
    record PackUnreadable(ObjectId pack, String reason) implements Damage {
        @Override
        public String message() {
            return "pack " + pack + " could not be read: " + reason;
        }
    }

    /** Names in a directory are not in strictly ascending order: of several nodes of one name, only one can be restored. */
    record TreeDisordered(ObjectId tree, List<String> names) implements Hint {
        @Override
        public String message() {
            return "tree " + tree.shortHex() + ": not in the order of names, or of a name that is there already: "
                    + names.stream().map(NativeString::printable).collect(Collectors.joining(" "))
                    + ". A new backup of the directory stores it properly.";
        }
    }

    /** Several index files list the same pack: a leftover of an interrupted prune. */
    record PackInSeveralIndexes(ObjectId pack, List<ObjectId> indexes) implements Hint {
        @Override
        public String message() {
            return "pack " + pack + " contained in several indexes: "
                    + indexes.stream().map(ObjectId::shortHex).collect(Collectors.joining(" "))
                    + ". This is harmless; `coffer repair index` tidies it up.";
        }
    }

    /** A pack holds data as well as trees, as those of early programs do. */
    record MixedPack(ObjectId pack) implements Hint {
        @Override
        public String message() {
            return "pack " + pack
                    + " contains a mix of tree and data blobs. This is harmless; `coffer prune` separates them.";
        }
    }

    /** A pack that no index lists: a leftover of an interrupted backup or prune, or of one that is running. */
    record PackNotIndexed(ObjectId pack) implements Hint {
        @Override
        public String message() {
            return "pack " + pack
                    + ": not referenced in any index. It likely holds duplicate data; `coffer prune` removes it.";
        }
    }
}

package dev.coffer.engine.check;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.text.NativeString;

/** What can be wrong with a directory. Names are those of its nodes. */
public sealed interface TreeProblem {

    String message();

    /** The tree's blob cannot be loaded, or is no tree. */
    record Unreadable(String reason) implements TreeProblem {
        @Override
        public String message() {
            return reason;
        }
    }

    /** The tree's blob is in no pack. */
    record Missing() implements TreeProblem {
        @Override
        public String message() {
            return "it is not in the index; a new backup may bring it back, `coffer repair snapshots` puts an empty folder there";
        }
    }

    /** A file without a list of contents; an empty file has an empty one. */
    record FileWithoutContent(String file) implements TreeProblem {
        @Override
        public String message() {
            return "file " + quoted(file) + " has no list of contents";
        }
    }

    /** A piece of a file has the id zero. */
    record NullContent(String file, int position) implements TreeProblem {
        @Override
        public String message() {
            return "file " + quoted(file) + ": blob " + position + " has the null id";
        }
    }

    /** A blob that a file is made of is in no pack. */
    record MissingContent(String file, int position, BlobHandle blob) implements TreeProblem {
        @Override
        public String message() {
            return "file " + quoted(file) + ": blob " + position + " (" + blob.id() + ") is not in the index;"
                    + " a new backup of the file may bring it back, `coffer repair snapshots` drops it";
        }
    }

    /** A directory that does not say which tree it has. */
    record DirectoryWithoutSubtree(String directory) implements TreeProblem {
        @Override
        public String message() {
            return "directory " + quoted(directory) + " has no subtree";
        }
    }

    /** A directory whose tree has the id zero. */
    record NullSubtree(String directory) implements TreeProblem {
        @Override
        public String message() {
            return "directory " + quoted(directory) + ": its subtree has the null id";
        }
    }

    record EmptyName() implements TreeProblem {
        @Override
        public String message() {
            return "a node has an empty name";
        }
    }

    /** No kind of file that backups hold. */
    record UnknownType(String name) implements TreeProblem {
        @Override
        public String message() {
            return "node " + quoted(name) + " is of an unknown type";
        }
    }

    private static String quoted(String name) {
        return '"' + NativeString.printable(name) + '"';
    }
}

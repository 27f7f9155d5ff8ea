package dev.coffer.engine.source;

import dev.coffer.engine.filter.PatternList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the user wants left out of a backup.
 *
 * @param patterns each list by itself excludes what it matches
 * @param tags files that exclude everything around them
 * @param largestFile size in bytes above which files are left out
 * @param oneFileSystem do not enter file systems other than those of the targets; the folders they are mounted on stay
 * @param folders absolute paths of folders left out with all they hold, such as the cache of this program
 */
public record FilterRules(
        List<PatternList> patterns,
        List<FolderTag> tags,
        OptionalLong largestFile,
        boolean oneFileSystem,
        List<String> folders) {

    /** Leaves nothing out. */
    public static final FilterRules NONE =
            new FilterRules(List.of(), List.of(), OptionalLong.empty(), false, List.of());

    public FilterRules {
        patterns = patterns.stream().filter(list -> !list.isEmpty()).toList();
        tags = List.copyOf(tags);
        folders = List.copyOf(folders);
    }

    public FilterRules withPatterns(List<PatternList> newPatterns) {
        return new FilterRules(newPatterns, tags, largestFile, oneFileSystem, folders);
    }

    public FilterRules withTags(List<FolderTag> newTags) {
        return new FilterRules(patterns, newTags, largestFile, oneFileSystem, folders);
    }

    public FilterRules withLargestFile(long size) {
        return new FilterRules(patterns, tags, OptionalLong.of(size), oneFileSystem, folders);
    }

    public FilterRules withOneFileSystem(boolean wanted) {
        return new FilterRules(patterns, tags, largestFile, wanted, folders);
    }

    public FilterRules withFolders(List<String> newFolders) {
        return new FilterRules(patterns, tags, largestFile, oneFileSystem, newFolders);
    }
}

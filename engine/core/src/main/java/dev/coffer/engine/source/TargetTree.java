package dev.coffer.engine.source;

import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.source.SourceEntry.Found;
import dev.coffer.engine.source.SourceEntry.OnTheWay;
import dev.coffer.engine.source.SourceEntry.Target;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Puts the ways to all targets together. Used by one thread, once. */
final class TargetTree {

    private final LocalFiles files;
    private final SourceFilters filters;
    private final Map<String, Place> root = new TreeMap<>(NativeString::compareBytes);

    TargetTree(LocalFiles files, SourceFilters filters) {
        this.files = files;
        this.filters = filters;
    }

    List<SourceEntry> build(List<TargetPath> targets) throws IOException {
        for (TargetPath target : targets) {
            if (target.components().isEmpty()) {
                addEntriesOf(target.base());
            } else {
                add(target);
            }
        }
        return entries(root.values(), false);
    }

    private void addEntriesOf(String base) throws IOException {
        List<String> names = files.list(SourcePaths.join(base, "."));
        Predicate<String> selection = filters.selection(base, names);
        for (String name : names) {
            Place place = top(base, name);
            place.whole = true;
            place.excluded = !selection.test(name);
        }
    }

    private void add(TargetPath target) {
        Place place = top(target.base(), target.components().getFirst());
        for (String name : target.components().subList(1, target.components().size())) {
            place = place.child(name);
        }
        place.whole = true;
        place.named = true;
    }

    /** The place at the root for an entry of a base; another name if one of another base took it. */
    private Place top(String base, String fileName) {
        String path = SourcePaths.join(base, fileName);
        String name = fileName;
        for (int i = 1; root.containsKey(name) && !root.get(name).path().equals(path); i++) {
            name = fileName + "-" + i;
        }
        return root.computeIfAbsent(name, free -> new Place(free, base, fileName));
    }

    private static List<SourceEntry> entries(Collection<Place> places, boolean parentIsWhole) {
        return places.stream()
                .filter(Place::isWanted)
                .map(place -> entry(place, parentIsWhole))
                .toList();
    }

    private static SourceEntry entry(Place place, boolean parentIsWhole) {
        if (place.children.isEmpty()) {
            return place.named
                    ? new Target(place.name, place.path())
                    : new Found(place.name, place.folder, place.fileName);
        }
        boolean whole = place.whole || parentIsWhole;
        return new OnTheWay(place.name, place.path(), whole, entries(place.children.values(), whole));
    }

    /** A place in the tree on the way to targets, or a target. */
    private static final class Place {

        final String name;
        final String folder;
        final String fileName;
        final Map<String, Place> children = new TreeMap<>(NativeString::compareBytes);

        /** All that is below is wanted. */
        boolean whole;

        /** The user named this very path. */
        boolean named;

        /** The filters reject it. It keeps its name all the same, so that names do not depend on filters. */
        boolean excluded;

        Place(String name, String folder, String fileName) {
            this.name = name;
            this.folder = folder;
            this.fileName = fileName;
        }

        boolean isWanted() {
            return named || !excluded || !children.isEmpty();
        }

        String path() {
            return SourcePaths.join(folder, fileName);
        }

        Place child(String childName) {
            return children.computeIfAbsent(childName, free -> new Place(free, path(), free));
        }
    }
}

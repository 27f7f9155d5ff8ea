package dev.coffer.operator.api.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads and changes lists of conditions, of which there is at most one of a type. */
public final class Conditions {

    private Conditions() {}

    public static Optional<Condition> find(List<Condition> conditions, ConditionType type) {
        return conditions.stream().filter(isOf(type.type())).findFirst();
    }

    /** Whether a condition of that type is there and has that status. */
    public static boolean has(List<Condition> conditions, ConditionType type, ConditionStatus status) {
        return find(conditions, type)
                .filter(condition -> condition.status() == status)
                .isPresent();
    }

    public static boolean isTrue(List<Condition> conditions, ConditionType type) {
        return has(conditions, type, ConditionStatus.TRUE);
    }

    public static boolean isFalse(List<Condition> conditions, ConditionType type) {
        return has(conditions, type, ConditionStatus.FALSE);
    }

    /** Whether a condition of any of those types is there and is false. */
    public static boolean anyFalse(List<Condition> conditions, ConditionType... types) {
        return Stream.of(types).anyMatch(type -> isFalse(conditions, type));
    }

    /**
     * The list with that condition in it, in the place of the one of its type if there is one. A status that stays the same
     * keeps its time of the last change.
     */
    public static List<Condition> with(List<Condition> conditions, Condition latest) {
        List<Condition> result = new ArrayList<>(conditions);
        int place = indexOf(result, latest.type());
        if (place < 0) {
            result.add(latest);
        } else {
            Condition earlier = result.get(place);
            boolean same = earlier.status() == latest.status();
            result.set(place, same ? latest.since(earlier.lastTransitionTime()) : latest);
        }
        return List.copyOf(result);
    }

    /** The list without the condition of a type that is not looked at any more. */
    public static List<Condition> without(List<Condition> conditions, ConditionType type) {
        return conditions.stream().filter(isOf(type.type()).negate()).toList();
    }

    private static int indexOf(List<Condition> conditions, String type) {
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).type().equals(type)) {
                return i;
            }
        }
        return -1;
    }

    private static Predicate<Condition> isOf(String type) {
        return condition -> condition.type().equals(type);
    }
}

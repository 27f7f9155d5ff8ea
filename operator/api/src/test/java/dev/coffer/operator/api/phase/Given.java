package dev.coffer.operator.api.phase;

import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import java.time.Instant;

/** Conditions for tests, short to write. */
final class Given {

    private Given() {}

    static Condition yes(ConditionType type) {
        return type.is(ConditionStatus.TRUE, "", Instant.EPOCH);
    }

    static Condition no(ConditionType type) {
        return type.is(ConditionStatus.FALSE, "", Instant.EPOCH);
    }

    static Condition unknown(ConditionType type) {
        return type.is(ConditionStatus.UNKNOWN, "", Instant.EPOCH);
    }
}

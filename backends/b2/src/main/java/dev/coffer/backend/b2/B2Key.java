package dev.coffer.backend.b2;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.Secret;
import dev.coffer.backend.http.UserInfo;
import java.net.PasswordAuthentication;
import java.util.Map;

/** An application key. */
record B2Key(String id, Secret key) {

    /** From the variables that restic uses, or those of Backblaze's own programs. */
    static B2Key of(Map<String, String> environment) throws BackendException.Rejected {
        return new B2Key(
                require(environment, "B2_ACCOUNT_ID", "B2_APPLICATION_KEY_ID"),
                new Secret(require(environment, "B2_ACCOUNT_KEY", "B2_APPLICATION_KEY")));
    }

    private static String require(Map<String, String> environment, String name, String other)
            throws BackendException.Rejected {
        String value = environment.getOrDefault(name, "");
        String used = value.isEmpty() ? environment.getOrDefault(other, "") : value;
        if (used.isEmpty()) {
            throw new BackendException.Rejected(
                    "cannot log in to B2: neither " + name + " nor " + other
                            + " is set; there must be the id of an application key and the key itself",
                    null);
        }
        return used;
    }

    /** The value of a header {@code Authorization}. */
    String basic() {
        return UserInfo.basic(new PasswordAuthentication(id, key.value().toCharArray()));
    }
}

package dev.coffer.engine.tree;

import java.util.Arrays;

/**
 * One extended attribute of a file, ACLs ({@code system.posix_acl_access}) included.
 *
 * @param name with its name space, such as {@code user.comment}
 * @param value any bytes, possibly none; owned by this record
 */
public record ExtendedAttribute(String name, byte[] value) {

    @Override
    public boolean equals(Object other) {
        return other instanceof ExtendedAttribute(String otherName, byte[] otherValue)
                && name.equals(otherName)
                && Arrays.equals(value, otherValue);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(value);
    }
}

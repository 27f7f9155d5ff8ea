/** Names: of hosts in a repository, and of the objects that the operator creates. Depends on nothing. */
@NullMarked
package dev.coffer.operator.api.naming;

import org.jspecify.annotations.NullMarked;

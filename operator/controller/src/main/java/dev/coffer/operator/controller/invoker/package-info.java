/** What causes backups, and the objects that go with it. Depends on cluster, access, registry and workload. */
@NullMarked
package dev.coffer.operator.controller.invoker;

import org.jspecify.annotations.NullMarked;

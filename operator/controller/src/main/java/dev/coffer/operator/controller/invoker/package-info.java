/** What causes backups, and the objects that go with it. Depends on cluster, access and workload. */
@NullMarked
package dev.coffer.operator.controller.invoker;

import org.jspecify.annotations.NullMarked;

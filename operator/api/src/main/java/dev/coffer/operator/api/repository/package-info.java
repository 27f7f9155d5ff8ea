/** The kind Repository: where backups are stored. Depends on the parent package and on conditions. */
@NullMarked
package dev.coffer.operator.api.repository;

import org.jspecify.annotations.NullMarked;

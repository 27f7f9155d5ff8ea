/** Repositories in a container of OpenStack Swift. */
@NullMarked
package dev.coffer.backend.swift;

import org.jspecify.annotations.NullMarked;

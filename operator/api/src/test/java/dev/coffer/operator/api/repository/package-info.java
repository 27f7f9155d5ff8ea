@NullMarked
package dev.coffer.operator.api.repository;

import org.jspecify.annotations.NullMarked;

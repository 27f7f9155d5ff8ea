@NullMarked
package dev.coffer.operator.controller.repository;

import org.jspecify.annotations.NullMarked;

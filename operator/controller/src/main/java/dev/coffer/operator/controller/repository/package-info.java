/** The controller of Repositories, and what other controllers have to know about them. Depends on invoker, access and cluster. */
@NullMarked
package dev.coffer.operator.controller.repository;

import org.jspecify.annotations.NullMarked;

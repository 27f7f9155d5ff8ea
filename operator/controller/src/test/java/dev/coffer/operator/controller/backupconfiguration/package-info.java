@NullMarked
package dev.coffer.operator.controller.backupconfiguration;

import org.jspecify.annotations.NullMarked;

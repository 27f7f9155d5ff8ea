@NullMarked
package dev.coffer.operator.controller.backupsession;

import org.jspecify.annotations.NullMarked;

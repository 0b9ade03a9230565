/// What everything that logs has in common.
@NullMarked
package dev.tiller.core.logs;

import org.jspecify.annotations.NullMarked;

/// Cursor API v0 (legacy): agents without runs, endings by webhook.
@NullMarked
package dev.tiller.core.cursor.v0;

import org.jspecify.annotations.NullMarked;

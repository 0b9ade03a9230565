/// The listener for Cursor's webhooks (API v0) and the keys that protect it.
@NullMarked
package dev.tiller.core.cursor.webhook;

import org.jspecify.annotations.NullMarked;

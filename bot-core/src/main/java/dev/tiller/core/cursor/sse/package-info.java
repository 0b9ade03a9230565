/// Server-sent events: bytes to events, knowing no HTTP.
@NullMarked
package dev.tiller.core.cursor.sse;

import org.jspecify.annotations.NullMarked;

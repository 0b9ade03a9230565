/// Cursor API v1 (public beta): agents with runs and event streams.
@NullMarked
package dev.tiller.core.cursor.v1;

import org.jspecify.annotations.NullMarked;

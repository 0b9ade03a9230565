/// The client of Cursor's Cloud Agents API, both published versions of it.
@NullMarked
package dev.tiller.core.cursor;

import org.jspecify.annotations.NullMarked;

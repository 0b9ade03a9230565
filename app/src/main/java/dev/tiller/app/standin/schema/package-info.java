/// A small language for checking the shape of JSON, as services check what they are sent.
@NullMarked
package dev.tiller.app.standin.schema;

import org.jspecify.annotations.NullMarked;

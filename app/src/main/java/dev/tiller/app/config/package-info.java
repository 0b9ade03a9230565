/// The settings: read once at start from the environment and an optional file, checked all
/// together, and handed on as typed values.
@NullMarked
package dev.tiller.app.config;

import org.jspecify.annotations.NullMarked;

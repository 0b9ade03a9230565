/// What people read, in their language: every text of the bot is in a bundle under `texts`.
@NullMarked
package dev.tiller.core.text;

import org.jspecify.annotations.NullMarked;

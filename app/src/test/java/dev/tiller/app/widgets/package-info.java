/// Menus, fields to choose from and the bot's own page, from a person's hands to the core's ports
/// and back.
@NullMarked
package dev.tiller.app.widgets;

import org.jspecify.annotations.NullMarked;

/// What the stand-ins for the chat platforms share: how a playground acts in them, faults, calls,
/// deliveries to the bot.
@NullMarked
package dev.tiller.app.standin.chat;

import org.jspecify.annotations.NullMarked;

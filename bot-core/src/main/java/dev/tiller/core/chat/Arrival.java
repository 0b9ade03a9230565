package dev.tiller.core.chat;

import java.time.Instant;
import java.util.Optional;

/// The bot has come to a place: it was added to a channel or chat, or somebody has opened their
/// direct chat with it.
///
/// @param address where it can write there: the place's main line, whose root is the channel itself
/// @param by who added it or opened the chat; absent where the platform does not say
/// @param outside whether people of another organisation read along, or `by` is one of them
/// @param botName how people mention the bot there, without `@`; absent where the platform does not
///   say
/// @param at when it came, by the platform's clock; absent where the platform does not say
public record Arrival(
    Address address,
    Place place,
    Optional<Person> by,
    boolean outside,
    Optional<String> botName,
    Optional<Instant> at) {

  /// Where the platform says no more.
  public Arrival(Address address, Place place, Optional<Person> by, boolean outside) {
    this(address, place, by, outside, Optional.empty(), Optional.empty());
  }

  /// The same where the bot is called so.
  public Arrival calling(Optional<String> name) {
    return new Arrival(address, place, by, outside, name, at);
  }
}

package dev.tiller.core.conversation;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.text.Language;
import java.util.Optional;
import java.util.UUID;

/// A message of the bot's: what it should show and what it shows.
///
/// @param reader who gets it, in a direct message and not in the thread; absent for what the thread
///   reads
/// @param key names the message for good
/// @param revision of `post`, from 1
/// @param delivered the revision that the platform shows; 0 for none
/// @param ref absent until it was posted
/// @param abandoned whether it is left alone for good
/// @param language of the thread, for what a platform adds of its own
public record OutgoingMessage(
    UUID id,
    Address address,
    Optional<Person> reader,
    String key,
    Post post,
    int revision,
    int delivered,
    Optional<MessageRef> ref,
    boolean abandoned,
    Language language) {}

package dev.tiller.core.chat;

import java.util.OptionalLong;

/// A file that somebody added to a message, as the platform tells of it. Nothing in it is checked.
///
/// @param name how people know the file; may be empty
/// @param mediaType what the platform takes it for, such as `image/png`; may be empty
/// @param size in bytes; absent when the platform does not say
/// @param source opaque to the core: what the platform's own [ChatPlatform#download] needs
public record Attachment(String name, String mediaType, OptionalLong size, String source) {

  public Attachment {
    Checks.filled("source", source);
  }
}

package dev.tiller.app.standin.chat;

/// A file that was added to a message, for the page to show.
///
/// @param mediaType what the platform takes the content for, such as `image/png`
public record SharedFile(String name, String mediaType, byte[] content) {}

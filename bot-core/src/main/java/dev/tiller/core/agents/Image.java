package dev.tiller.core.agents;

/// A picture that goes along with a prompt.
///
/// @param mediaType `image/png`, `image/jpeg`, `image/gif` or `image/webp`
/// @param content at most 15 MB
public record Image(String mediaType, byte[] content) {}

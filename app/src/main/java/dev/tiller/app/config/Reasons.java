package dev.tiller.app.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// Why a file could not be read, in words for people.
final class Reasons {

  private Reasons() {}

  static String of(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "there is no such file.";
      case AccessDeniedException _ -> "permission is denied.";
      case CharacterCodingException _ -> "it is not UTF-8 text.";
      default -> "it is not a readable file.";
    };
  }
}

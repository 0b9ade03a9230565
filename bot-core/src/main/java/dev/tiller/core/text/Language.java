package dev.tiller.core.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language that the bot speaks. Each has all texts, which a test checks.
public enum Language {
  ENGLISH(Locale.ENGLISH, "English"),
  GERMAN(Locale.GERMAN, "Deutsch");

  private final Locale locale;
  private final String ownName;

  Language(Locale locale, String ownName) {
    this.locale = locale;
    this.ownName = ownName;
  }

  public Locale locale() {
    return locale;
  }

  /// How those who speak it call it.
  public String ownName() {
    return ownName;
  }

  /// Its code after ISO 639-1, such as `de`.
  public String code() {
    return locale.getLanguage();
  }

  /// The language of a code, in any case, or of its own or English name.
  public static Optional<Language> parse(String written) {
    return Arrays.stream(values())
        .filter(its ->
            its.code().equalsIgnoreCase(written)
                || its.ownName.equalsIgnoreCase(written)
                || its.name().equalsIgnoreCase(written))
        .findFirst();
  }
}

package dev.tiller.core.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Supplier;

/// What people read, by key, in the language of whoever it is written for.
///
/// A key such as `queue.full` is `full` in the bundle `texts/queue.properties`, and in
/// `texts/queue_de.properties` in German. A text is a pattern of [MessageFormat]: arguments are
/// `{0}`, a number in digits alone is `{0,number,#}`, a choice by number is `{0,choice,1#one
/// agent|1<{0} agents}`, and an apostrophe is written `’`.
public final class Texts {

  private static final ScopedValue<Language> LANGUAGE = ScopedValue.newInstance();
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private Texts() {}

  /// Runs something whose texts are read by people of this language.
  public static <T> T in(Language language, Supplier<T> body) {
    return ScopedValue.where(LANGUAGE, language).call(body::get);
  }

  /// The language that texts are in here; English unless somebody said otherwise.
  public static Language language() {
    return LANGUAGE.orElse(Language.ENGLISH);
  }

  /// A text.
  ///
  /// @param arguments in the order of their numbers
  /// @throws java.util.MissingResourceException for a key that no bundle has
  public static String get(String key, Object... arguments) {
    var locale = language().locale();
    int dot = key.indexOf('.');
    var pattern = bundle(key.substring(0, dot), locale).getString(key.substring(dot + 1));
    return new MessageFormat(pattern, locale).format(arguments);
  }

  private static ResourceBundle bundle(String name, Locale locale) {
    return ResourceBundle.getBundle(
        "texts." + name, locale, Texts.class.getClassLoader(), NO_FALLBACK);
  }
}

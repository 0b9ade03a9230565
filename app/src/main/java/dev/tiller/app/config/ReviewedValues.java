package dev.tiller.app.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.settings.Admin;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.SettingValues;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads the values of the reviewed file, with the place of each mistake.
final class ReviewedValues {

  private ReviewedValues() {}

  /// A value that is none. The message is a sentence for the person who mends it.
  static final class BadValue extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    BadValue(JsonParser parser, String message) {
      super(parser, message, parser.currentTokenLocation());
    }
  }

  static SimpleModule module() {
    return new SimpleModule("reviewed")
        .addDeserializer(Defaults.class, new OfDefaults())
        .addDeserializer(
            Repository.class,
            new OfText<>(Repository::parse, "is no repository. Write owner/name or its address."))
        .addDeserializer(
            Admin.class,
            new OfText<>(
                Admin::parse,
                "is no person's id. Write slack:U0123ABCD, or teams: with an Entra object id."));
  }

  /// A word as messages are searched for it.
  static String word(String written) {
    return written.strip().toLowerCase(Locale.ROOT);
  }

  /// A value that is one text.
  private static final class OfText<T> extends JsonDeserializer<T> {

    private final Function<String, Optional<T>> reader;
    private final String wrong;

    OfText(Function<String, Optional<T>> reader, String wrong) {
      this.reader = reader;
      this.wrong = wrong;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      var text = text(parser);
      return reader.apply(text).orElseThrow(() -> new BadValue(parser, "“" + text + "” " + wrong));
    }
  }

  /// Settings by the names that people also write in chat.
  private static final class OfDefaults extends JsonDeserializer<Defaults> {

    @Override
    public Defaults deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.currentToken() == JsonToken.VALUE_STRING && parser.getText().isEmpty()) {
        return Defaults.NONE;
      }
      if (!parser.isExpectedStartObjectToken()) {
        throw new BadValue(parser, "here settings are expected, such as `model: auto`.");
      }
      var scope =
          parser.getParsingContext().pathAsPointer().toString().contains("/people/")
              ? Scope.PERSON
              : Scope.CHANNEL;
      var defaults = Defaults.NONE;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = name(parser, scope);
        parser.nextToken();
        var text = text(parser);
        var wrong = "%s: %s is no value of it.".formatted(name.key(), text);
        defaults =
            SettingValues.set(defaults, name, text)
                .orElseThrow(() -> new BadValue(parser, wrong + " docs/settings.md lists them."));
      }
      return defaults;
    }

    private static SettingName name(JsonParser parser, Scope scope) throws IOException {
      var written = parser.currentName();
      return Arrays.stream(SettingName.values())
          .filter(name -> name.key().equals(written) && name.holdsFor(scope))
          .findFirst()
          .orElseThrow(() ->
              new BadValue(
                  parser,
                  "there is no setting “%s” here. Write one of %s."
                      .formatted(
                          written,
                          SettingName.of(scope).stream()
                              .map(SettingName::key)
                              .collect(Collectors.joining(", ")))));
    }
  }

  private static String text(JsonParser parser) throws IOException {
    if (!parser.currentToken().isScalarValue() || parser.currentToken() == JsonToken.VALUE_NULL) {
      throw new BadValue(parser, "here one value is expected.");
    }
    return parser.getText();
  }
}

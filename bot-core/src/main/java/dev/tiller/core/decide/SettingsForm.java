package dev.tiller.core.decide;

import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.SettingValues;
import dev.tiller.core.settings.Steering;
import dev.tiller.core.text.Language;
import dev.tiller.core.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The form that changes settings. A field for each that may be changed, with what holds now and
/// why; what the reviewed file says has none.
public final class SettingsForm {

  private static final int MOST = 100;
  private static final int VALUE = 150;
  private static final int LABEL = 75;
  private static final int TEXT = 250;

  /// What a field holds that leaves the setting to weaker sources. No value of any setting.
  private static final String UNSET = "-";

  /// Stands in a field for the people who are listed now: a list is made with mentions, by message.
  private static final String LISTED = "listed";

  private SettingsForm() {}

  private static Choice unset() {
    return new Choice(UNSET, Texts.get("setting.unset"));
  }

  /// The form behind a button, for the person who clicked it.
  public static Answer open(SettingKey key, SettingsCase the, String nonce) {
    var scope = key.scope();
    if (!the.scopes().contains(scope) || !the.mayChange(scope).allowed()) {
      return new Answer.Refuse(SettingReplies.notAllowed(the, scope));
    }
    var fields = editable(the, scope).stream().map(name -> field(name, the, scope)).toList();
    return fields.isEmpty()
        ? new Answer.Refuse(SettingReplies.fixed(the, SettingName.REPOSITORY))
        : new Answer.Open(
            new Form(
                held(the, scope).opened(), nonce, title(scope), Texts.get("setting.save"), fields));
  }

  /// What the fields hold when the form is opened, to tell later what a person has changed in it.
  private static SettingKey held(SettingsCase the, Scope scope) {
    return new SettingKey(
        scope,
        editable(the, scope).stream()
            .map(name -> new SettingChange(name, SettingValues.written(the.own(scope), name)))
            .toList());
  }

  private static Optional<String> held(SettingsCase the, Scope scope, SettingName name) {
    return SettingValues.written(the.own(scope), name)
        .map(value -> isList(name, value) ? LISTED : value);
  }

  private static boolean isList(SettingName name, String value) {
    return name == SettingName.FOLLOW_UPS && value.startsWith(Steering.PEOPLE);
  }

  private static String title(Scope scope) {
    return switch (scope) {
      case CHANNEL -> Texts.get("setting.form-channel");
      case PERSON -> Texts.get("setting.form-person");
      case WORKSPACE -> Texts.get("setting.form-workspace");
    };
  }

  private static List<SettingName> editable(SettingsCase the, Scope scope) {
    return SettingName.of(scope).stream().filter(name -> !the.fixed(scope, name)).toList();
  }

  private static Form.Field field(SettingName name, SettingsCase the, Scope scope) {
    var own = held(the, scope, name);
    var hint = Texts.get("setting.in-effect", the.effective(name));
    var choices = choices(name, the, "");
    return choices.isEmpty() || own.filter(value -> value.length() > VALUE).isPresent()
        ? new Form.TextField(name.key(), name.label(), hint, own.orElse(""), false, true, TEXT)
        : new Form.ChoiceField(
            name.key(),
            name.label(),
            hint,
            Optional.of(
                own.flatMap(its -> choice(name, the, scope, its)).orElseGet(SettingsForm::unset)),
            Stream.concat(
                    Stream.concat(
                        own.flatMap(its -> choice(name, the, scope, its)).stream(),
                        Stream.of(unset())),
                    choices.stream())
                .distinct()
                .limit(MOST)
                .toList(),
            name == SettingName.REPOSITORY || name == SettingName.MODEL,
            true);
  }

  /// What matches in the form's searchable fields.
  public static List<Choice> choices(SettingsCase the, SettingKey key, String field, String typed) {
    if (!the.mayChange(key.scope()).allowed()) {
      return List.of();
    }
    return editable(the, key.scope()).stream()
        .filter(name -> name.key().equals(field))
        .flatMap(name -> choices(name, the, typed).stream())
        .toList();
  }

  /// Empty for a setting that is written rather than chosen.
  private static List<Choice> choices(SettingName name, SettingsCase the, String typed) {
    var values =
        switch (name) {
          case REPOSITORY -> the.repositories().stream().map(Repository::display);
          case MODEL -> models(the);
          case BRANCH -> Stream.<String>of();
          case AUTOPR, SUMMARY_OUTSIDE, LISTEN, QUIET -> Stream.of("yes", "no");
          case CONTEXT -> Stream.of("thread", "last:20", "mine", "none");
          case FOLLOW_UPS -> Stream.of("owner", "team");
          case LANGUAGE -> Arrays.stream(Language.values()).map(Language::code);
        };
    var wanted = typed.strip().toLowerCase(Locale.ROOT);
    return Stream.concat(
            values.flatMap(value -> choice(name, value).stream()),
            typed.isBlank() ? Stream.of() : Stream.of(unset()))
        .filter(choice -> choice.label().toLowerCase(Locale.ROOT).contains(wanted))
        .limit(MOST)
        .toList();
  }

  private static Stream<String> models(SettingsCase the) {
    return the.models().isEmpty()
        ? Stream.of()
        : Stream.concat(Stream.of("auto"), the.models().stream().map(Model::id));
  }

  private static Optional<Choice> choice(
      SettingName name, SettingsCase the, Scope scope, String held) {
    return held.equals(LISTED)
        ? SettingValues.written(the.own(scope), name)
            .map(list -> new Choice(LISTED, Words.cut(the.shown(name, list), LABEL)))
        : choice(name, held);
  }

  private static Optional<Choice> choice(SettingName name, String value) {
    return value.length() > VALUE
        ? Optional.empty()
        : Optional.of(new Choice(value, Words.cut(label(name, value), LABEL)));
  }

  /// Languages by their own names; all else as it is written.
  private static String label(SettingName name, String value) {
    return name == SettingName.LANGUAGE
        ? Language.parse(value).map(Language::ownName).orElse(value)
        : value;
  }

  /// What a person has changed in a form. What others have changed since it was opened stays.
  ///
  /// @param key with what the fields held at first
  static List<SettingChange> changes(FormSubmission form, SettingKey key) {
    return key.changes().stream()
        .map(held -> new SettingChange(held.name(), sent(form, held)))
        .filter(sent -> !key.changes().contains(sent))
        .toList();
  }

  private static Optional<String> sent(FormSubmission form, SettingChange held) {
    return Optional.ofNullable(form.values().get(held.name().key()))
        .map(String::strip)
        .filter(value -> !value.isEmpty() && !value.equals(UNSET))
        .flatMap(value ->
            held.name() == SettingName.FOLLOW_UPS && value.equals(LISTED)
                ? held.value()
                : Optional.of(value));
  }
}

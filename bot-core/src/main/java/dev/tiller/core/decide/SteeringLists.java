package dev.tiller.core.decide;

import dev.tiller.core.chat.Addressing.Mentioned;
import dev.tiller.core.chat.Person;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.Steering;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Lists of people who may steer, as people write and read them. Only ids are ever kept.
final class SteeringLists {

  /// Room for this many in a setting, and enough for a channel.
  static final int MOST = 10;

  private SteeringLists() {}

  /// What a message about settings comes to once it is known who is mentioned in it.
  ///
  /// @param trouble what is wrong, for the person; absent when nothing is
  /// @param names of those who are mentioned, by their ids
  record Resolved(
      List<SettingChange> changes, Optional<String> trouble, Map<String, String> names) {}

  /// Puts ids where people are listed.
  ///
  /// @param mentioned in the message
  static Resolved resolved(List<SettingChange> changes, List<Mentioned> mentioned) {
    var all = new ArrayList<SettingChange>();
    for (var change : changes) {
      var list = change.value().filter(value -> isList(change.name(), value));
      if (list.isEmpty()) {
        all.add(change);
        continue;
      }
      var ids = ids(list.get());
      var trouble = trouble(ids, mentioned);
      if (trouble.isPresent()) {
        return new Resolved(changes, trouble, Map.of());
      }
      var people = Optional.of(new Steering.People(Set.copyOf(ids)).written());
      all.add(new SettingChange(change.name(), people));
    }
    return new Resolved(List.copyOf(all), Optional.empty(), names(mentioned));
  }

  private static boolean isList(SettingName name, String value) {
    return name == SettingName.FOLLOW_UPS && value.startsWith("@");
  }

  private static List<String> ids(String value) {
    return List.of(value.split(",", -1)).stream()
        .map(each -> each.substring(1))
        .distinct()
        .toList();
  }

  private static Optional<String> trouble(List<String> ids, List<Mentioned> mentioned) {
    if (ids.size() > MOST) {
      return Optional.of(Texts.get("steering.too-many", MOST));
    }
    return ids.stream().flatMap(id -> trouble(id, mentioned).stream()).findFirst();
  }

  /// Why nobody can be given anything under this id; empty where it is a person's that we know.
  ///
  /// @param id of who is mentioned, or what was written behind the `@` where nobody is
  static Optional<String> trouble(String id, List<Mentioned> mentioned) {
    var person = person(id, mentioned);
    if (person.isEmpty()) {
      return Optional.of(Texts.get("steering.unknown-person", "@" + Words.excerpt(id, 80)));
    }
    return person
        .filter(its -> !its.identified())
        .map(its -> Texts.get("steering.unidentified", its.name()));
  }

  /// Who is meant; empty for a name that mentions nobody.
  static Optional<Person> person(String id, List<Mentioned> mentioned) {
    return mentioned.stream()
        .map(Mentioned::person)
        .filter(person -> person.id().equals(id))
        .findFirst();
  }

  private static Map<String, String> names(List<Mentioned> mentioned) {
    return mentioned.stream()
        .map(Mentioned::person)
        .filter(person -> !person.nameless())
        .collect(Collectors.toMap(Person::id, Person::name, (one, _) -> one));
  }

  /// Who may steer, as it is shown: a list by names where they are known.
  static String shown(Steering steering, Map<String, String> names) {
    return steering instanceof Steering.People(var ids)
        ? Texts.get("steering.listed", Refusals.names(ids.stream().sorted().toList(), names))
        : steering.written();
  }
}

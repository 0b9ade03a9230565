package dev.tiller.app.standin.teams;

import dev.tiller.app.standin.chat.PlatformView.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The tenant that the stand-in serves: who and what there is from the start.
final class TeamsWorld {

  static final String TENANT = "ac3e0000-0000-4000-8000-0000000000ac";
  static final String TENANT_NAME = "Acme";

  static final List<Person> PEOPLE =
      List.of(
          new Person("29:1ann-lee", "a0000000-0000-4000-8000-00000000000a", "Ann", "Lee"),
          new Person("29:1ben-ortiz", "b0000000-0000-4000-8000-00000000000b", "Ben", "Ortiz"),
          new Person("29:1cara-singh", "c0000000-0000-4000-8000-00000000000c", "Cara", "Singh"));

  /// Another bot, which the product knows nothing of.
  static final Author DEPLOYBOT =
      new Author("28:de710000-0000-4000-8000-0000000000de", "deploybot", Optional.empty());

  static final Team TEAM =
      new Team(
          "19:acme-general@thread.tacv2",
          "Acme Engineering",
          "e0000000-0000-4000-8000-00000000000e");

  static final List<Place> PLACES =
      List.of(
          // A team's General channel has the team's own id.
          new Place(TEAM.id(), "General", Kind.CHANNEL, Optional.empty()),
          new Place("19:acme-web@thread.tacv2", "Web", Kind.CHANNEL, Optional.empty()),
          new Place("19:acme-launch@thread.v2", "Launch crew", Kind.GROUP, Optional.empty()),
          new Place("a:1ann-lee", "Tiller", Kind.DIRECT, Optional.of("29:1ann-lee")),
          new Place("a:1ben-ortiz", "Tiller", Kind.DIRECT, Optional.of("29:1ben-ortiz")),
          new Place("a:1cara-singh", "Tiller", Kind.DIRECT, Optional.of("29:1cara-singh")));

  private TeamsWorld() {}

  /// @param id as the bot sees it, for mentions
  /// @param aadObjectId the Entra object id
  record Person(String id, String aadObjectId, String givenName, String surname) {

    String name() {
      return givenName + " " + surname;
    }

    /// Whether people mean this one by a name, whole or first, in any case.
    boolean isCalled(String called) {
      return name().equalsIgnoreCase(called) || givenName.equalsIgnoreCase(called);
    }

    String mail() {
      return (givenName + "." + surname).toLowerCase(Locale.ROOT) + "@acme.example";
    }

    Author author() {
      return new Author(id, name(), Optional.of(aadObjectId));
    }
  }

  /// Who wrote a message.
  ///
  /// @param aadObjectId absent for bots
  record Author(String id, String name, Optional<String> aadObjectId) {

    boolean isBot() {
      return aadObjectId.isEmpty();
    }
  }

  record Team(String id, String name, String aadGroupId) {}

  /// @param person whose personal chat with the bot it is
  record Place(String id, String name, Kind kind, Optional<String> person) {

    /// The `conversationType` of activities.
    String conversationType() {
      return switch (kind) {
        case CHANNEL -> "channel";
        case GROUP -> "groupChat";
        case DIRECT -> "personal";
      };
    }

    boolean hasThreads() {
      return kind == Kind.CHANNEL;
    }

    boolean includes(Person somebody) {
      return person.map(somebody.id()::equals).orElse(true);
    }
  }

  static Optional<Person> person(String id) {
    return PEOPLE.stream()
        .filter(person -> person.id().equals(id) || person.aadObjectId().equals(id))
        .findFirst();
  }

  static Optional<Place> place(String id) {
    return PLACES.stream().filter(place -> place.id().equals(id)).findFirst();
  }

  static Optional<Place> personalChat(Person person) {
    return PLACES.stream()
        .filter(place -> place.person().equals(Optional.of(person.id())))
        .findFirst();
  }

  static List<Person> members(Place place) {
    return PEOPLE.stream().filter(place::includes).toList();
  }
}

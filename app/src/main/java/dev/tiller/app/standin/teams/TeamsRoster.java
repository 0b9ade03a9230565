package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.teams.TeamsWorld.Person;
import dev.tiller.app.standin.teams.TeamsWorld.Place;
import java.util.List;
import java.util.Optional;

/// Who and what there is, as the connector answers it.
final class TeamsRoster {

  private TeamsRoster() {}

  static ArrayNode members(Place place) {
    return Json.array(TeamsWorld.members(place).stream().map(TeamsRoster::member).toList());
  }

  /// A member by the id that activities have or by the Entra object id.
  static ObjectNode member(Place place, String id) {
    return TeamsWorld.person(id)
        .filter(place::includes)
        .map(TeamsRoster::member)
        .orElseThrow(
            () -> new TeamsError(404, "MemberNotFoundInConversation", "There is no such member."));
  }

  /// One page of members; the token is the number of those before it.
  static ObjectNode page(Place place, Optional<String> size, Optional<String> token) {
    List<Person> all = TeamsWorld.members(place);
    int from = Math.min(number(token, 0), all.size());
    int to = Math.min(from + Math.max(1, number(size, 200)), all.size());
    return object(
        "members",
        Json.array(all.subList(from, to).stream().map(TeamsRoster::member).toList()),
        "continuationToken",
        to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
  }

  static ObjectNode team(String id) {
    var team = TeamsWorld.TEAM;
    if (!team.id().equals(id)) {
      throw TeamsError.unknownConversation();
    }
    return object(
        "id", team.id(),
        "name", team.name(),
        "aadGroupId", team.aadGroupId(),
        "tenantId", TeamsWorld.TENANT,
        "type", "standard",
        "channelCount", channels().size(),
        "memberCount", TeamsWorld.PEOPLE.size());
  }

  /// A team's channels; the General channel has no name there.
  static ObjectNode channels(String team) {
    team(team);
    return object(
        "conversations",
        Json.array(
            channels().stream()
                .map(channel ->
                    object(
                        "id",
                        channel.id(),
                        "name",
                        channel.id().equals(team) ? Optional.empty() : Optional.of(channel.name())))
                .toList()));
  }

  private static List<Place> channels() {
    return TeamsWorld.PLACES.stream().filter(Place::hasThreads).toList();
  }

  private static ObjectNode member(Person person) {
    return object(
        "id", person.id(),
        "name", person.name(),
        "objectId", person.aadObjectId(),
        "aadObjectId", person.aadObjectId(),
        "givenName", person.givenName(),
        "surname", person.surname(),
        "email", person.mail(),
        "userPrincipalName", person.mail(),
        "tenantId", TeamsWorld.TENANT,
        "userRole", "user");
  }

  private static int number(Optional<String> text, int otherwise) {
    try {
      return text.map(Integer::parseUnsignedInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw TeamsError.badArgument("Not a number: " + text.orElse(""));
    }
  }
}

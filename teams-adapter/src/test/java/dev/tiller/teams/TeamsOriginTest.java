package dev.tiller.teams;

import static dev.tiller.teams.Activities.bytes;
import static dev.tiller.teams.Activities.inPersonal;
import static dev.tiller.teams.Activities.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Requests with a genuine token that are not for this bot to answer.
class TeamsOriginTest {

  private final Endpoint endpoint = new Endpoint();

  @AfterEach
  void nothingOfAnIntruderIsHandedIn() {
    assertThat(endpoint.inbox.isEmpty()).isTrue();
    endpoint.close();
  }

  @Test
  void aTokenForAnotherServiceUrl() {
    var token =
        token(claims -> claims.claim("serviceurl", "https://smba.trafficmanager.net/emea/"));

    assertThat(status(token)).isEqualTo(403);
  }

  @Test
  void aServiceHostThatIsNotOnTheList() {
    for (var url :
        List.of(
            "https://evil.example/teams/",
            "http://smba.trafficmanager.net/teams/",
            "https://smba.trafficmanager.net:8443/teams/",
            "https://smba.trafficmanager.net@evil.example/",
            "https://smba.trafficmanager.net.evil.example/",
            "http://127.0.0.1:8080/",
            "nonsense",
            "")) {
      var token = token(claims -> claims.claim("serviceurl", url));
      var activity = with(inPersonal("17", "hello"), it -> it.put("serviceUrl", url));

      assertThat(status(token, activity)).as(url).isEqualTo(403);
    }
  }

  @Test
  void anActivityWithoutServiceUrl() {
    assertThat(sent(it -> it.remove("serviceUrl"))).isEqualTo(403);
  }

  @Test
  void anotherChannelThanTeams() {
    assertThat(sent(it -> it.put("channelId", "directline"))).isEqualTo(403);
    assertThat(sent(it -> it.remove("channelId"))).isEqualTo(403);
  }

  @Test
  void anotherTenant() {
    assertThat(
            sent(it -> {
              it.withObject("/conversation").put("tenantId", "foreign");
              it.withObject("/channelData/tenant").put("id", "foreign");
            }))
        .isEqualTo(403);
  }

  @Test
  void tenantsThatDisagree() {
    assertThat(sent(it -> it.withObject("/conversation").put("tenantId", "foreign")))
        .isEqualTo(403);
    assertThat(sent(it -> it.withObject("/channelData/tenant").put("id", "foreign")))
        .isEqualTo(403);
  }

  @Test
  void noTenantAtAll() {
    assertThat(
            sent(it -> {
              it.withObject("/conversation").remove("tenantId");
              it.remove("channelData");
            }))
        .isEqualTo(403);
  }

  private String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return endpoint.issuer.token(change);
  }

  private int sent(Consumer<ObjectNode> change) {
    return endpoint.send(with(inPersonal("17", "hello"), change)).status();
  }

  private int status(String token) {
    return status(token, inPersonal("17", "hello"));
  }

  private int status(String token, ObjectNode activity) {
    return endpoint.send(bytes(activity), "Bearer " + token).status();
  }
}

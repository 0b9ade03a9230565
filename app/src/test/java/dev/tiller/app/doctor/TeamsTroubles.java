package dev.tiller.app.doctor;

import dev.tiller.app.config.Settings;
import dev.tiller.app.standin.chat.Faults.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// What can be wrong with a Teams bot.
final class TeamsTroubles {

  private TeamsTroubles() {}

  static final Map<Symptom, Troubles> ALL =
      Map.ofEntries(
          Map.entry(
              Symptom.TEAMS_APP_UNKNOWN, it -> login(it, it.settings("TEAMS_APP_ID", "another"))),
          Map.entry(
              Symptom.TEAMS_PASSWORD_REFUSED,
              it -> login(it, it.settings("TEAMS_APP_PASSWORD", "another"))),
          Map.entry(
              Symptom.TEAMS_PASSWORD_EXPIRED, it -> refused(it, 401, "AADSTS7000222: Expired.")),
          Map.entry(
              Symptom.TEAMS_TENANT_UNKNOWN, it -> refused(it, 400, "AADSTS90002: No tenant.")),
          Map.entry(Symptom.TEAMS_LOGIN_REFUSED, it -> refused(it, 400, "AADSTS53003: Blocked.")),
          Map.entry(Symptom.TEAMS_LATER, it -> refused(it, 503, "")),
          Map.entry(
              Symptom.TEAMS_ODD,
              it ->
                  login(
                      it, it.settings("TEAMS_LOGIN_URL", it.services().cursor().url().toString()))),
          Map.entry(
              Symptom.TEAMS_OTHER_TENANT,
              it -> token(it, "{\"tid\":\"other\"}", TeamsLoginProbe::new)),
          Map.entry(
              Symptom.TEAMS_MORE_ROLES,
              it -> token(it, "{\"roles\":[\"ChannelMessage.Read.All\"]}", TeamsGraphProbe::new)),
          Map.entry(
              Symptom.TEAMS_KEYS_ODD,
              it ->
                  look(
                      it,
                      it.settings(
                          "TEAMS_OPENID_METADATA_URL", it.services().cursor().url().toString()),
                      TeamsKeysProbe::new)),
          Map.entry(
              Symptom.TEAMS_HOST_UNREACHED,
              it ->
                  look(
                      it,
                      it.settings(
                          "TEAMS_SERVICE_HOSTS",
                          it.services().teams().serviceUrl().getAuthority()
                              + ",127.0.0.1:"
                              + Clinic.freePort()),
                      TeamsHostsProbe::new)));

  private static List<Finding> login(Clinic clinic, Settings settings) throws Exception {
    return look(clinic, settings, TeamsLoginProbe::new);
  }

  private static List<Finding> look(
      Clinic clinic, Settings settings, BiFunction<Settings.Teams, Web, Probe> probe)
      throws Exception {
    try (var web = clinic.web()) {
      return probe.apply(settings.teams().orElseThrow(), web).look();
    }
  }

  private static List<Finding> refused(Clinic clinic, int status, String description)
      throws Exception {
    var body = "{\"error\":\"invalid_client\",\"error_description\":\"" + description + "\"}";
    clinic.services().teams().faults().next("token", 1, Fault.Answer.json(status, body));
    return login(clinic, clinic.settings());
  }

  private static List<Finding> token(
      Clinic clinic, String claims, BiFunction<Settings.Teams, Web, Probe> probe) throws Exception {
    var part =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    var token = Clinic.answer("{\"access_token\":\"e30." + part + ".x\",\"expires_in\":3599}");
    clinic.services().teams().faults().next("token", 1, token);
    return look(clinic, clinic.settings(), probe);
  }
}
